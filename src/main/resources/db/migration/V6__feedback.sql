-- What people thought of a session, what they learned, and what the trainer does about it.

create table feedback_template (
  id bigint not null auto_increment primary key,
  title varchar(100) not null,
  questions longtext not null comment 'JSON: five of {"text","about"}',
  state varchar(20) not null,
  version integer not null
);

create table feedback_form (
  session_id bigint not null primary key,
  questions longtext not null comment 'frozen when it was opened',
  state varchar(20) not null,
  opened_by bigint,
  opened_at datetime(3) not null,
  closes_at datetime(3) not null,
  slips integer not null comment 'tickets printed on paper',
  answers integer comment 'when it was closed',
  overall_sum integer comment 'null where fewer answers came than are shown',
  lecturer_sum integer,
  version integer not null,
  key feedback_form_due (state, closes_at),
  constraint feedback_form_session foreign key (session_id) references training_session (id)
);

-- Who took a ticket; no time, no ticket. Emptied when the form closes.
create table feedback_draw (
  session_id bigint not null,
  officer_id bigint not null,
  primary key (session_id, officer_id),
  constraint feedback_draw_form foreign key (session_id) references feedback_form (session_id),
  constraint feedback_draw_officer foreign key (officer_id) references officer (id)
);

-- The three below name no person, no address and no time, and their keys are random, so that neither a column nor the order of
-- the rows tells who wrote them. Used tickets are emptied when the form closes.
create table feedback_used (
  ticket binary(32) not null primary key comment 'its hash',
  session_id bigint not null,
  key feedback_used_session (session_id)
);

create table feedback_score (
  id binary(16) not null primary key,
  session_id bigint not null,
  s1 tinyint not null,
  s2 tinyint not null,
  s3 tinyint not null,
  s4 tinyint not null,
  s5 tinyint not null,
  key feedback_score_session (session_id),
  constraint feedback_score_form foreign key (session_id) references feedback_form (session_id)
);

-- Apart from the scores: somebody's style must not tell what they scored.
create table feedback_remark (
  id binary(16) not null primary key,
  session_id bigint not null,
  remark varchar(1000) not null,
  key feedback_remark_session (session_id),
  constraint feedback_remark_form foreign key (session_id) references feedback_form (session_id)
);

create table quiz (
  session_id bigint not null primary key,
  topics longtext not null comment 'JSON: the paths',
  per_topic integer not null,
  form_a longtext not null comment 'JSON: item version ids',
  form_b longtext not null comment 'JSON: as many of the same topics',
  after_until datetime(3) not null,
  state varchar(20) not null,
  made_by bigint,
  version integer not null,
  key quiz_due (state, after_until),
  constraint quiz_session foreign key (session_id) references training_session (id)
);

create table quiz_sheet (
  id bigint not null auto_increment primary key,
  session_id bigint not null,
  officer_id bigint not null,
  part varchar(20) not null comment 'BEFORE, AFTER',
  form char(1) not null comment 'A or B; the other one is sat the other time',
  right_count integer not null,
  handed_in_at datetime(3) not null,
  unique key quiz_sheet_once (session_id, officer_id, part),
  constraint quiz_sheet_quiz foreign key (session_id) references quiz (session_id),
  constraint quiz_sheet_officer foreign key (officer_id) references officer (id)
);

create table quiz_answer (
  sheet_id bigint not null,
  no integer not null,
  item_version_id bigint not null,
  topic varchar(120) not null,
  choice varchar(20) not null,
  correct boolean not null,
  primary key (sheet_id, no),
  constraint quiz_answer_sheet foreign key (sheet_id) references quiz_sheet (id),
  constraint quiz_answer_version foreign key (item_version_id) references item_version (id)
);

create table follow_up (
  id bigint not null auto_increment primary key,
  session_id bigint not null,
  source varchar(20) not null comment 'MANUAL, LOW_RATING, LOW_GAIN',
  task varchar(300) not null,
  due_on date not null,
  state varchar(20) not null,
  outcome varchar(300),
  account_id bigint comment 'whose task it is',
  created_at datetime(3) not null,
  done_at datetime(3),
  version integer not null,
  key follow_up_session (session_id),
  key follow_up_state (state, due_on),
  constraint follow_up_session foreign key (session_id) references training_session (id)
);

insert into feedback_template (title, questions, state, version) values ('通用五问',
  '[{"text":"培训内容切合工作实际","about":"CONTENT"},{"text":"讲师讲解清楚、有针对性","about":"LECTURER"},{"text":"时间、地点与组织安排合适","about":"ORGANISATION"},{"text":"所学能用到日常执法中","about":"USE"},{"text":"总体满意","about":"OVERALL"}]', 'IN_USE', 1);
