-- Times are UTC datetime(3). Marks are integers in tenths. Names follow design.md's list of words.

create table setting (
  name varchar(100) not null primary key,
  value varchar(2000) not null,
  source varchar(300),
  updated_at datetime(3) not null
);

-- people ---------------------------------------------------------------------------------------------------------------

create table unit (
  id bigint not null auto_increment primary key,
  code varchar(40) not null,
  name varchar(100) not null,
  kind varchar(20) not null,
  parent_id bigint,
  path varchar(255) not null default '' comment 'ids from the root down: /1/7/; a subtree is a prefix',
  credit_code varchar(18),
  sort integer not null default 0,
  state varchar(20) not null,
  version integer not null,
  unique key unit_code (code),
  key unit_path (path),
  constraint unit_parent foreign key (parent_id) references unit (id)
);

create table officer (
  id bigint not null auto_increment primary key,
  unit_id bigint not null,
  name varchar(60) not null,
  id_number_cipher varbinary(200) comment 'AES-GCM of the citizen identity number',
  id_number_index binary(32) comment 'HMAC of it, for look-up',
  id_number_masked varchar(18),
  sex varchar(10),
  birth_date date,
  establishment varchar(30) not null,
  education varchar(30),
  post varchar(100),
  phone varchar(30),
  state varchar(20) not null,
  version integer not null,
  unique key officer_id_number (id_number_index),
  key officer_unit (unit_id, state),
  constraint officer_unit foreign key (unit_id) references unit (id)
);

create table account (
  id bigint not null auto_increment primary key,
  username varchar(60) not null,
  name varchar(60) not null,
  officer_id bigint,
  unit_id bigint not null,
  password_hash varchar(300) not null,
  password_change_required boolean not null,
  password_changed_at datetime(3) not null,
  state varchar(20) not null,
  stamp integer not null default 0 comment 'grows when password, roles or state change: sessions and tokens of an older stamp are dead',
  notice_accepted_at datetime(3),
  version integer not null,
  unique key account_username (username),
  unique key account_officer (officer_id),
  key account_unit (unit_id),
  constraint account_officer foreign key (officer_id) references officer (id),
  constraint account_unit foreign key (unit_id) references unit (id)
);

create table account_role (
  account_id bigint not null,
  role varchar(20) not null,
  primary key (account_id, role),
  constraint account_role_account foreign key (account_id) references account (id) on delete cascade
);

create table password_history (
  id bigint not null auto_increment primary key,
  account_id bigint not null,
  password_hash varchar(300) not null,
  set_at datetime(3) not null,
  key password_history_account (account_id, id),
  constraint password_history_account foreign key (account_id) references account (id) on delete cascade
);

-- Counted by the name that was typed, whether or not such an account exists: a lock must not tell which names do.
create table sign_in_failure (
  who varchar(130) not null primary key comment 'name:… or address:…',
  failures integer not null,
  last_at datetime(3) not null,
  locked_until datetime(3)
);

create table api_token (
  hash binary(32) not null primary key,
  account_id bigint not null,
  stamp integer not null,
  issued_at datetime(3) not null,
  expires_at datetime(3) not null,
  key api_token_account (account_id),
  key api_token_expires (expires_at),
  constraint api_token_account foreign key (account_id) references account (id) on delete cascade
);

-- audit ----------------------------------------------------------------------------------------------------------------

create table audit_head (
  id integer not null primary key,
  entry_id bigint not null,
  hash binary(32) not null
);
insert into audit_head values (1, 0, unhex(repeat('00', 32)));

create table audit_entry (
  id bigint not null primary key comment 'without gaps: the head hands them out',
  at datetime(3) not null,
  actor_id bigint,
  actor_name varchar(60) not null,
  address varchar(60),
  action varchar(60) not null,
  subject_type varchar(40),
  subject_id varchar(60),
  unit_path varchar(255),
  success boolean not null,
  detail varchar(2000) not null,
  previous_hash binary(32) not null,
  hash binary(32) not null,
  key audit_at (at),
  key audit_action (action, at),
  key audit_subject (subject_type, subject_id)
);

-- bank -----------------------------------------------------------------------------------------------------------------

create table law_version (
  id bigint not null auto_increment primary key,
  law varchar(100) not null,
  version varchar(40) not null,
  in_force date not null,
  until date,
  unique key law_version_name (law, version)
);

create table topic (
  id bigint not null auto_increment primary key,
  path varchar(120) not null,
  unique key topic_path (path)
);

create table item (
  id bigint not null auto_increment primary key,
  code varchar(40) not null,
  state varchar(20) not null,
  latest_version_id bigint,
  version integer not null,
  unique key item_code (code)
);

create table item_version (
  id bigint not null auto_increment primary key,
  item_id bigint not null,
  number integer not null,
  type varchar(20) not null,
  stem text not null,
  material text,
  options longtext not null comment 'JSON [{"key","text"}], empty where the type has none',
  blank_count integer not null default 0,
  rationale text not null,
  basis longtext not null comment 'JSON [{"law","version","article","quote"}]',
  law_version_id bigint not null,
  topic_id bigint not null,
  stage varchar(20) not null,
  field varchar(40) not null,
  difficulty integer not null,
  content_hash binary(32) not null comment 'of everything but the key: an unchanged file makes no new version',
  created_at datetime(3) not null,
  unique key item_version_number (item_id, number),
  key item_version_draw (type, topic_id, difficulty),
  constraint item_version_item foreign key (item_id) references item (id),
  constraint item_version_law foreign key (law_version_id) references law_version (id),
  constraint item_version_topic foreign key (topic_id) references topic (id)
);
alter table item add constraint item_latest foreign key (latest_version_id) references item_version (id);

create table item_key (
  id bigint not null auto_increment primary key,
  item_version_id bigint not null,
  number integer not null,
  answer longtext not null comment 'JSON; its form depends on the type',
  created_at datetime(3) not null,
  unique key item_key_number (item_version_id, number),
  constraint item_key_version foreign key (item_version_id) references item_version (id)
);

-- paper ----------------------------------------------------------------------------------------------------------------

create table blueprint (
  id bigint not null auto_increment primary key,
  title varchar(100) not null,
  unit_id bigint not null,
  created_at datetime(3) not null,
  version integer not null,
  constraint blueprint_unit foreign key (unit_id) references unit (id)
);

create table blueprint_line (
  id bigint not null auto_increment primary key,
  blueprint_id bigint not null,
  position integer not null,
  topic varchar(120) comment 'a path or the beginning of one; null: any',
  type varchar(20) not null,
  difficulty_from integer not null,
  difficulty_to integer not null,
  item_count integer not null,
  marks integer not null comment 'tenths, for each item',
  key blueprint_line_blueprint (blueprint_id, position),
  constraint blueprint_line_blueprint foreign key (blueprint_id) references blueprint (id) on delete cascade
);

create table paper (
  id bigint not null auto_increment primary key,
  seed bigint not null,
  pool_id bigint not null,
  max_mark integer not null comment 'tenths',
  created_at datetime(3) not null
);

-- What a paper was drawn from, frozen when the exam was scheduled: the seed alone then rebuilds the paper.
create table paper_pool (
  id bigint not null auto_increment primary key,
  blueprint_id bigint not null,
  created_at datetime(3) not null,
  content longtext not null comment 'JSON: the blueprint''s lines with the ids of the item versions that met each',
  constraint paper_pool_blueprint foreign key (blueprint_id) references blueprint (id)
);
alter table paper add constraint paper_pool foreign key (pool_id) references paper_pool (id);

create table paper_question (
  paper_id bigint not null,
  no integer not null,
  item_version_id bigint not null,
  option_order varchar(20) not null comment 'the author''s option keys in the order shown: shown A is its first letter',
  marks integer not null comment 'tenths',
  primary key (paper_id, no),
  constraint paper_question_paper foreign key (paper_id) references paper (id),
  constraint paper_question_item foreign key (item_version_id) references item_version (id)
);

-- exam -----------------------------------------------------------------------------------------------------------------

create table exam (
  id bigint not null auto_increment primary key,
  title varchar(100) not null,
  unit_id bigint not null comment 'who holds it: unit administrators see exams of their subtree',
  blueprint_id bigint not null,
  pool_id bigint not null,
  opens_at datetime(3) not null,
  closes_at datetime(3) not null,
  duration_minutes integer not null,
  attempts_allowed integer not null,
  max_mark integer not null,
  pass_mark integer not null,
  bands varchar(500) not null comment 'JSON [{"name","from"}], from in tenths, best first',
  multiple_rule varchar(20) not null,
  leaves_allowed integer comment 'null: counted only',
  release_rule varchar(20) not null,
  released_at datetime(3),
  resit_of_id bigint,
  state varchar(20) not null,
  created_at datetime(3) not null,
  version integer not null,
  key exam_window (opens_at, closes_at),
  constraint exam_unit foreign key (unit_id) references unit (id),
  constraint exam_blueprint foreign key (blueprint_id) references blueprint (id),
  constraint exam_pool foreign key (pool_id) references paper_pool (id),
  constraint exam_resit foreign key (resit_of_id) references exam (id)
);

create table candidate (
  id bigint not null auto_increment primary key,
  exam_id bigint not null,
  officer_id bigint not null,
  unit_id bigint not null comment 'where the officer was when the exam was scheduled: rankings of units count it there',
  excused_reason varchar(200),
  unique key candidate_officer (exam_id, officer_id),
  key candidate_of (officer_id),
  constraint candidate_exam foreign key (exam_id) references exam (id),
  constraint candidate_officer foreign key (officer_id) references officer (id),
  constraint candidate_unit foreign key (unit_id) references unit (id)
);

create table attempt (
  id bigint not null auto_increment primary key,
  exam_id bigint not null,
  officer_id bigint not null,
  number integer not null,
  paper_id bigint not null,
  state varchar(20) not null,
  started_at datetime(3) not null,
  deadline datetime(3) not null,
  submitted_at datetime(3),
  receipt varchar(20),
  extra_minutes integer not null default 0,
  leaves_used integer not null default 0,
  last_seen_at datetime(3) not null,
  token_stamp integer not null default 0 comment 'grows at sign-out: tokens of the exam page of an older stamp are dead',
  score integer comment 'tenths; null: not marked',
  void_reason varchar(200),
  version integer not null,
  is_open tinyint as (if(state = 'OPEN', 1, null)) persistent,
  unique key attempt_number (exam_id, officer_id, number),
  unique key attempt_one_open (exam_id, officer_id, is_open),
  key attempt_overdue (state, deadline),
  constraint attempt_exam foreign key (exam_id) references exam (id),
  constraint attempt_officer foreign key (officer_id) references officer (id),
  constraint attempt_paper foreign key (paper_id) references paper (id)
);

create table response (
  attempt_id bigint not null,
  no integer not null,
  answer varchar(4000) not null comment 'JSON {"choice":[…]} | {"blanks":[…]} | {"text":"…"}, option letters as shown',
  seq bigint not null,
  saved_at datetime(3) not null,
  primary key (attempt_id, no),
  constraint response_attempt foreign key (attempt_id) references attempt (id)
);

create table response_mark (
  attempt_id bigint not null,
  no integer not null,
  marks integer not null comment 'tenths',
  item_key_id bigint not null comment 'the version of the key it was marked with',
  primary key (attempt_id, no),
  constraint response_mark_attempt foreign key (attempt_id) references attempt (id)
);

create table attempt_event (
  id bigint not null auto_increment primary key,
  attempt_id bigint not null,
  kind varchar(20) not null,
  client_at datetime(3) comment 'what the browser claims',
  received_at datetime(3) not null,
  millis bigint,
  key attempt_event_attempt (attempt_id, id),
  constraint attempt_event_attempt foreign key (attempt_id) references attempt (id)
);

create table time_extension (
  id bigint not null auto_increment primary key,
  attempt_id bigint not null,
  minutes integer not null,
  reason varchar(200) not null,
  granted_by bigint not null,
  granted_at datetime(3) not null,
  constraint time_extension_attempt foreign key (attempt_id) references attempt (id)
);
