-- Items are written as drafts beside what is published, reviewed by somebody else, searched in Chinese, filed under topics.

alter table item add column embargoed boolean not null default false comment 'for exams only: practice and quizzes do not have it';

create table item_tag (
  item_id bigint not null,
  tag varchar(30) not null,
  primary key (item_id, tag),
  key item_tag_tag (tag, item_id),
  constraint item_tag_item foreign key (item_id) references item (id)
);

-- An item's latest wording for filters and search. grams: each pair of neighbouring characters as a word, an x before it, since
-- InnoDB takes no word of two characters; MariaDB has no parser for Chinese of its own.
create table item_search (
  item_id bigint not null primary key,
  type varchar(20) not null,
  topic_id bigint not null,
  law_version_id bigint not null,
  stage varchar(20) not null,
  field varchar(40) not null,
  difficulty integer not null,
  text mediumtext character set utf8mb4 collate utf8mb4_bin not null,
  grams mediumtext character set utf8mb4 collate utf8mb4_bin not null,
  key item_search_topic (topic_id),
  key item_search_law (law_version_id),
  key item_search_type (type, difficulty),
  key item_search_stage (stage),
  key item_search_field (field),
  fulltext key item_search_grams (grams),
  constraint item_search_item foreign key (item_id) references item (id)
);

-- Former names of topics: a question file may go on using them.
create table topic_alias (
  path varchar(120) not null primary key,
  topic_id bigint not null,
  constraint topic_alias_topic foreign key (topic_id) references topic (id) on delete cascade
);

-- authoring ------------------------------------------------------------------------------------------------------------

create table item_draft (
  id bigint not null auto_increment primary key,
  item_id bigint comment 'null: a new item',
  base_version_id bigint comment 'the wording that it was begun from',
  code varchar(40) comment 'null: given when it is handed in',
  state varchar(20) not null comment 'DRAFT, IN_REVIEW, RETURNED, PUBLISHED, DISCARDED',
  type varchar(20),
  stem text not null,
  content longtext not null comment 'JSON, complete or not',
  author_id bigint not null,
  author_name varchar(100) not null,
  begun_at datetime(3) not null,
  changed_at datetime(3) not null,
  submitted_at datetime(3),
  reviewer_id bigint,
  reviewer_name varchar(100),
  decided_at datetime(3),
  version integer not null,
  open_code varchar(40) as (if(state in ('DRAFT', 'IN_REVIEW', 'RETURNED'), code, null)) persistent,
  unique key item_draft_one_open (open_code),
  key item_draft_state (state, submitted_at),
  key item_draft_author (author_id, state),
  key item_draft_item (item_id),
  constraint item_draft_item foreign key (item_id) references item (id),
  constraint item_draft_base foreign key (base_version_id) references item_version (id),
  constraint item_draft_author foreign key (author_id) references account (id)
);

create table item_history (
  id bigint not null auto_increment primary key,
  item_id bigint,
  draft_id bigint,
  kind varchar(20) not null,
  version_number integer comment 'of the wording that came of it',
  note varchar(1000),
  by_id bigint,
  by_name varchar(100) not null,
  at datetime(3) not null,
  key item_history_item (item_id, id),
  key item_history_draft (draft_id, id),
  constraint item_history_item foreign key (item_id) references item (id),
  constraint item_history_draft foreign key (draft_id) references item_draft (id)
);
