-- Practice 练兵: an officer's own. Nothing outside of this component reads these tables, which a test holds.

insert into setting (name, value, source, updated_at) values
  ('practice.retention', '90', 'FSRS 的通用默认值：复习到期时预计还能答对的比例（%）', utc_timestamp(3));

create table practice_answer (
  id bigint not null auto_increment primary key,
  officer_id bigint not null,
  client_id varchar(36) not null comment 'made by the browser: the same answer sent twice is one',
  item_id bigint not null,
  item_version_id bigint not null,
  option_order varchar(40) not null comment 'as in paper_question',
  answer varchar(4000) not null comment 'JSON as in response, by the letters shown',
  correct boolean not null,
  answered_at datetime(3) not null comment 'what the browser says, never later than it arrived',
  received_at datetime(3) not null,
  unique key practice_answer_client (officer_id, client_id),
  key practice_answer_time (officer_id, answered_at),
  constraint practice_answer_officer foreign key (officer_id) references officer (id),
  constraint practice_answer_version foreign key (item_version_id) references item_version (id)
);

-- What an officer has to do with an item.
create table practice_card (
  id bigint not null auto_increment primary key,
  officer_id bigint not null,
  item_id bigint not null,
  item_version_id bigint comment 'the wording that was answered last',
  law varchar(100) not null,
  topic varchar(120) not null,
  stage varchar(20) not null,
  field varchar(40) not null,
  answers integer not null comment '0: only marked or noted',
  last_correct boolean not null,
  last_on date,
  in_book boolean not null,
  right_on date comment 'first day it was right since it was last wrong',
  stability double comment 'FSRS; null: not repeated',
  difficulty double,
  due_on date,
  favourite boolean not null,
  note varchar(1000),
  version integer not null,
  unique key practice_card_of (officer_id, item_id),
  key practice_card_due (officer_id, due_on),
  constraint practice_card_officer foreign key (officer_id) references officer (id),
  constraint practice_card_item foreign key (item_id) references item (id)
);

-- How many chose what when they first met a wording; letter '' counts the people.
create table practice_choice (
  item_version_id bigint not null,
  letter varchar(1) not null,
  officers integer not null,
  primary key (item_version_id, letter),
  constraint practice_choice_version foreign key (item_version_id) references item_version (id)
);
