-- All item types: what ORDER, MATCH, SHORT_TEXT and CASE have beside the others.

alter table item_version
  add column left_options longtext comment 'JSON [{"key","text"}], the left column of MATCH',
  add column parts longtext comment 'JSON, the questions of a CASE',
  add column own_marks integer comment 'tenths: what a CASE or SHORT_TEXT is worth wherever it stands';

alter table paper_question add column part integer not null default 0 comment 'of a CASE, from 1; 0: the item itself is asked';

-- Marking by hand. An attempt's score stays null until the last of its answers is marked.
alter table attempt
  add column hand_waiting integer comment 'answers that people have still to mark; null: not marked by the program yet',
  drop key attempt_to_mark,
  drop column to_mark;
alter table attempt
  add column to_mark tinyint as (if(state in ('SUBMITTED', 'EXPIRED') and score is null and hand_waiting is null, 1, null)) persistent,
  add key attempt_to_mark (to_mark);

-- Blank answers are no tasks: they are worth nothing without being looked at.
create table hand_task (
  id bigint not null auto_increment primary key comment 'all that a marker sees of whose answer it is',
  attempt_id bigint not null,
  no integer not null,
  exam_id bigint not null,
  item_version_id bigint not null,
  part integer not null,
  state varchar(20) not null comment 'OPEN, SECOND, DECIDE, DONE',
  marks integer comment 'tenths, once DONE',
  held_by bigint comment 'the account that has it on its desk',
  held_until datetime(3),
  unique key hand_task_answer (attempt_id, no),
  key hand_task_queue (exam_id, item_version_id, part, state),
  constraint hand_task_attempt foreign key (attempt_id) references attempt (id),
  constraint hand_task_exam foreign key (exam_id) references exam (id)
);

create table hand_mark (
  id bigint not null auto_increment primary key,
  task_id bigint not null,
  marker_id bigint not null,
  marker_name varchar(60) not null,
  round integer not null comment '1 first, 2 second, 3 who decides; 9 marked anew',
  item_key_id bigint not null comment 'the version of the scheme it was marked by',
  points varchar(500) not null comment 'JSON, tenths for each point of the scheme',
  marks integer not null comment 'tenths',
  reason varchar(500),
  given_at datetime(3) not null,
  key hand_mark_task (task_id),
  constraint hand_mark_task foreign key (task_id) references hand_task (id)
);

-- How an exam's answers are marked; without a row by one marker each.
create table hand_rule (
  exam_id bigint not null primary key,
  markers integer not null,
  tolerance integer not null comment 'tenths: where two markers differ by more, a third decides',
  constraint hand_rule_exam foreign key (exam_id) references exam (id)
);

-- Pictures in items, decoded once and written anew, so that nothing but pixels is in them.
create table item_image (
  id bigint not null auto_increment primary key,
  name varchar(140) not null,
  type varchar(20) not null,
  width integer not null,
  height integer not null,
  hash binary(32) not null comment 'of content: the same picture is stored once',
  content mediumblob not null,
  added_by bigint,
  added_at datetime(3) not null,
  unique key item_image_hash (hash)
);

create table item_version_image (
  item_version_id bigint not null,
  image_id bigint not null,
  primary key (item_version_id, image_id),
  key item_version_image_image (image_id),
  constraint item_version_image_version foreign key (item_version_id) references item_version (id),
  constraint item_version_image_image foreign key (image_id) references item_image (id)
);
