-- What eligibility for a certificate rests on. Rows of the _past tables, of exam_result and of personnel_fact are bitemporal: valid_from and valid_to
-- (the last day) say when it was so, recorded_at and superseded_at when the program believed it. Nothing in them is changed but superseded_at, once.

create table officer_past (
  id bigint not null auto_increment primary key,
  officer_id bigint not null,
  unit_id bigint not null,
  establishment varchar(30) not null,
  education varchar(30),
  state varchar(20) not null,
  birth_date date,
  valid_from date not null,
  valid_to date comment 'the last day; null: until further notice',
  recorded_at datetime(3) not null,
  superseded_at datetime(3),
  key officer_past_officer (officer_id, superseded_at, valid_from),
  constraint officer_past_officer foreign key (officer_id) references officer (id),
  constraint officer_past_unit foreign key (unit_id) references unit (id)
);
insert into officer_past (officer_id, unit_id, establishment, education, state, birth_date, valid_from, recorded_at)
  select id, unit_id, establishment, education, state, birth_date, '1900-01-01', utc_timestamp(3) from officer;

create table unit_past (
  id bigint not null auto_increment primary key,
  unit_id bigint not null,
  kind varchar(20) not null,
  valid_from date not null,
  valid_to date,
  recorded_at datetime(3) not null,
  superseded_at datetime(3),
  key unit_past_unit (unit_id, superseded_at),
  constraint unit_past_unit foreign key (unit_id) references unit (id)
);
insert into unit_past (unit_id, kind, valid_from, recorded_at) select id, kind, '1900-01-01', utc_timestamp(3) from unit;

alter table exam add column subject varchar(20) comment 'PUBLIC 公共法律知识, PROFESSIONAL 专业法律知识: what a pass counts for; null: for nothing' after title;

-- What an attempt came to, kept for exams with a subject. A corrected key or an annulled attempt supersedes a row; the exam's release says who may know it.
create table exam_result (
  id bigint not null auto_increment primary key,
  attempt_id bigint not null,
  exam_id bigint not null,
  officer_id bigint not null,
  subject varchar(20) not null,
  score integer not null,
  pass_mark integer not null,
  on_date date not null comment 'the day of the hand-in in the district',
  recorded_at datetime(3) not null,
  superseded_at datetime(3),
  is_current tinyint as (if(superseded_at is null, 1, null)) persistent,
  unique key exam_result_current (attempt_id, is_current),
  key exam_result_officer (officer_id, superseded_at),
  key exam_result_exam (exam_id),
  constraint exam_result_attempt foreign key (attempt_id) references attempt (id),
  constraint exam_result_exam foreign key (exam_id) references exam (id),
  constraint exam_result_officer foreign key (officer_id) references officer (id)
);

create table personnel_fact (
  id bigint not null auto_increment primary key,
  officer_id bigint not null,
  kind varchar(30) not null,
  value varchar(30) not null,
  about varchar(60) comment 'of a DECISION: ENFORCEMENT/HEALTH, the certificate and the criterion',
  document_number varchar(100) comment 'of the evidence: letter of the establishment office, certificate, decision',
  issuer varchar(100),
  note varchar(500),
  valid_from date not null,
  valid_to date comment 'the last day; null: until further notice',
  corrects_id bigint comment 'the row that this one stands for since',
  recorded_by bigint,
  recorded_by_name varchar(60) not null,
  recorded_at datetime(3) not null,
  superseded_by bigint,
  superseded_at datetime(3),
  superseded_reason varchar(200),
  version integer not null,
  key personnel_fact_officer (officer_id, superseded_at, kind),
  constraint personnel_fact_officer foreign key (officer_id) references officer (id),
  constraint personnel_fact_corrects foreign key (corrects_id) references personnel_fact (id)
);

create table eligibility_rule (
  id bigint not null auto_increment primary key,
  kind varchar(20) not null,
  number integer not null,
  state varchar(20) not null,
  in_force_from date,
  note varchar(500),
  criteria mediumtext not null comment 'JSON, see cn.lianbing.eligibility.Criterion',
  editors varchar(500) not null comment 'JSON, accounts that wrote on it: none of them can approve it',
  submitted_at datetime(3),
  approved_by bigint,
  approved_by_name varchar(60),
  approved_at datetime(3),
  returned_reason varchar(200),
  created_by_name varchar(60) not null,
  created_at datetime(3) not null,
  version integer not null,
  unique key eligibility_rule_number (kind, number),
  key eligibility_rule_force (kind, state, in_force_from)
);

create table eligibility_check (
  id bigint not null auto_increment primary key,
  number varchar(20) comment 'ZG2026-000001',
  officer_id bigint not null,
  unit_id bigint not null,
  kind varchar(20) not null,
  on_date date not null,
  known_at datetime(3) not null,
  rule_id bigint not null,
  verdict varchar(20) not null,
  name varchar(60) not null,
  unit_name varchar(100) not null,
  content mediumtext not null comment 'JSON, the whole check with its evidence, as signed',
  signature binary(32) comment 'HMAC-SHA256 of number and content under a key of the installation',
  kept_by bigint,
  kept_by_name varchar(60) not null,
  kept_at datetime(3) not null,
  unique key eligibility_check_number (number),
  key eligibility_check_officer (officer_id, kind, kept_at),
  constraint eligibility_check_officer foreign key (officer_id) references officer (id),
  constraint eligibility_check_unit foreign key (unit_id) references unit (id),
  constraint eligibility_check_rule foreign key (rule_id) references eligibility_rule (id)
);

create table eligibility_contest (
  id bigint not null auto_increment primary key,
  check_id bigint not null,
  officer_id bigint not null,
  unit_id bigint not null,
  kind varchar(20) not null,
  codes varchar(500) not null comment 'JSON, the criteria that are contested',
  reason varchar(500) not null,
  state varchar(20) not null,
  decision_reason varchar(500),
  decided_by bigint,
  decided_by_name varchar(60),
  decided_at datetime(3),
  created_at datetime(3) not null,
  version integer not null,
  is_open tinyint as (if(state = 'OPEN', 1, null)) persistent,
  unique key eligibility_contest_open (officer_id, kind, is_open),
  key eligibility_contest_state (state, created_at),
  key eligibility_contest_check (check_id),
  constraint eligibility_contest_check foreign key (check_id) references eligibility_check (id),
  constraint eligibility_contest_officer foreign key (officer_id) references officer (id),
  constraint eligibility_contest_unit foreign key (unit_id) references unit (id)
);
