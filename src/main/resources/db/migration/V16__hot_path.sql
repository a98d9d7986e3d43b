-- Saves in groups, papers drawn ahead, hand-ins that can be proved.

-- Every save that was acknowledged, in order. `response` holds what counts; this holds how it came about.
create table answer_journal (
  attempt_id bigint not null,
  n integer not null comment 'from 1 in each attempt, without gaps',
  no integer not null,
  seq bigint not null,
  answer varchar(4000) not null,
  saved_at datetime(3) not null,
  hash binary(32) not null comment 'HMAC over the hash before it and this row; its key is not in the database',
  primary key (attempt_id, n),
  constraint answer_journal_attempt foreign key (attempt_id) references attempt (id)
);

alter table attempt
  add journal_length integer comment 'rows of the journal at hand-in; null: open, or handed in before there was one',
  add answers_hash binary(32) comment 'over the answers as they were stored at hand-in',
  add seal binary(32) comment 'HMAC over the hand-in and answers_hash: what the receipt''s code is made of',
  add to_mark tinyint as (if(state in ('SUBMITTED', 'EXPIRED') and score is null, 1, null)) persistent,
  add key attempt_to_mark (to_mark),
  add key attempt_receipt (receipt);

-- The paper that a candidate will get at the next start, drawn before the window opens.
create table drawn_paper (
  exam_id bigint not null,
  officer_id bigint not null,
  number integer not null comment 'of the attempt that it is for',
  pool_id bigint not null comment 'an exam that was changed has another one: this paper is then not used',
  paper_id bigint not null,
  primary key (exam_id, officer_id, number),
  constraint drawn_paper_exam foreign key (exam_id) references exam (id),
  constraint drawn_paper_paper foreign key (paper_id) references paper (id)
);

alter table paper add places text comment 'what paper_question holds, in one text: version order marks; …';

-- What the readiness check commits to.
create table readiness (
  id tinyint not null primary key,
  at datetime(3) not null
);
insert into readiness (id, at) values (1, utc_timestamp(3));
