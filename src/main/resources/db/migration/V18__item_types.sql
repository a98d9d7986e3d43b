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

alter table exam
  add column hand_markers integer not null default 1 comment 'how many mark each answer, without knowing of each other',
  add column hand_tolerance integer not null default 10 comment 'tenths: where two differ by more, a third decides';

-- An answer that people mark. Blank ones are none: they are worth nothing without being looked at.
create table hand_task (
  attempt_id bigint not null,
  no integer not null,
  exam_id bigint not null,
  item_version_id bigint not null,
  part integer not null,
  state varchar(20) not null comment 'OPEN, SECOND, DECIDE, DONE',
  marks integer comment 'tenths, once DONE',
  held_by bigint comment 'the account that has it before it',
  held_until datetime(3),
  primary key (attempt_id, no),
  key hand_task_queue (exam_id, item_version_id, part, state),
  constraint hand_task_attempt foreign key (attempt_id) references attempt (id),
  constraint hand_task_exam foreign key (exam_id) references exam (id)
);

create table hand_mark (
  id bigint not null auto_increment primary key,
  attempt_id bigint not null,
  no integer not null,
  marker_id bigint not null,
  marker_name varchar(60) not null,
  round integer not null comment '1 first, 2 second, 3 who decides, 4 marked anew',
  item_key_id bigint not null comment 'the version of the scheme it was marked by',
  points varchar(500) not null comment 'JSON, tenths for each point of the scheme',
  marks integer not null comment 'tenths',
  reason varchar(500),
  given_at datetime(3) not null,
  key hand_mark_task (attempt_id, no),
  constraint hand_mark_task foreign key (attempt_id, no) references hand_task (attempt_id, no)
);
