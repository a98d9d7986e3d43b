-- What was left of training: the calendar counts places and people from the index alone.

create index enrolment_state on enrolment (session_id, state);
create index attendance_state on attendance (session_id, state);

alter table attempt add column void_uses boolean not null default false comment 'voided, it still is one of the officer''s attempts' after void_reason;

-- Nothing goes to a mail address before its owner typed the code that was sent to it; letters are in the language in which it was given.
alter table mail_address
  add column confirmed_at datetime(3) after switched_on,
  add column code varchar(6) comment 'sent to the address; void once confirmed, after half an hour or a few wrong ones' after confirmed_at,
  add column code_until datetime(3) after code,
  add column code_misses integer not null default 0 after code_until,
  add column language varchar(10) not null default 'zh-CN' after code_misses;

insert into setting (name, value, source, updated_at) values ('notice.mailDays', '180', '平台建议值，由系统管理员按实际调整；无上位规定', utc_timestamp(3));

-- Wrong codes from the screen, by person: whoever guesses has to pause.
create table check_in_guess (
  officer_id bigint not null primary key,
  tries integer not null,
  last_at datetime(3) not null,
  constraint check_in_guess_officer foreign key (officer_id) references officer (id)
);
