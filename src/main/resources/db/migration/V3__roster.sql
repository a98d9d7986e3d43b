-- The lecturers' roster 人才库. What was said of somebody once stays: terms, lectures and refusals are kept.

create table lecturer (
  id bigint not null auto_increment primary key,
  officer_id bigint comment 'null: invited from outside',
  unit_id bigint not null comment 'the unit that keeps the record: its desk and those above it see all of it',
  name varchar(60) not null comment 'of an officer it follows the officer',
  employer varchar(100) comment 'of somebody from outside',
  post varchar(100),
  email varchar(200),
  phone varchar(30),
  about varchar(1000),
  load_limit smallint comment 'sessions a year; null: none',
  created_at datetime(3) not null,
  version integer not null,
  unique key lecturer_officer (officer_id),
  key lecturer_unit (unit_id),
  constraint lecturer_officer foreign key (officer_id) references officer (id),
  constraint lecturer_unit foreign key (unit_id) references unit (id)
);

create table lecturer_field (
  lecturer_id bigint not null,
  field varchar(20) not null,
  primary key (lecturer_id, field),
  constraint lecturer_field_lecturer foreign key (lecturer_id) references lecturer (id)
);

create table lecturer_topic (
  lecturer_id bigint not null,
  topic varchar(60) not null,
  primary key (lecturer_id, topic),
  constraint lecturer_topic_lecturer foreign key (lecturer_id) references lecturer (id)
);

create table lecturer_appointment (
  id bigint not null auto_increment primary key,
  lecturer_id bigint not null,
  letter_number varchar(60) not null,
  source varchar(20) not null comment 'CITY, PROVINCE, OWN',
  term_from date not null,
  term_to date not null comment 'as the letter has it',
  last_day date not null comment 'the last day that it holds: term_to, or the day before an exit',
  renewal boolean not null,
  exit_reason varchar(20),
  exit_note varchar(300),
  reminded_at datetime(3) comment 'when the desk was told that the term ends',
  created_by bigint,
  created_at datetime(3) not null,
  version integer not null,
  unique key lecturer_appointment_letter (letter_number),
  key lecturer_appointment_lecturer (lecturer_id, last_day),
  key lecturer_appointment_end (last_day),
  constraint lecturer_appointment_lecturer foreign key (lecturer_id) references lecturer (id)
);

create table lecturer_leave (
  id bigint not null auto_increment primary key,
  lecturer_id bigint not null,
  from_date date not null,
  to_date date not null,
  reason varchar(100),
  key lecturer_leave_lecturer (lecturer_id, to_date),
  constraint lecturer_leave_lecturer foreign key (lecturer_id) references lecturer (id)
);

create table lecturer_free_time (
  id bigint not null auto_increment primary key,
  lecturer_id bigint not null,
  weekday tinyint comment '1 Monday to 7 Sunday: every week; null: on_date alone',
  on_date date,
  from_time time not null,
  to_time time not null,
  key lecturer_free_time_lecturer (lecturer_id),
  constraint lecturer_free_time_lecturer foreign key (lecturer_id) references lecturer (id)
);

create table lecturer_conflict (
  id bigint not null auto_increment primary key,
  lecturer_id bigint not null,
  unit_id bigint not null comment 'and the units below it',
  reason varchar(200) not null,
  created_by bigint,
  created_at datetime(3) not null,
  unique key lecturer_conflict_one (lecturer_id, unit_id),
  constraint lecturer_conflict_lecturer foreign key (lecturer_id) references lecturer (id),
  constraint lecturer_conflict_unit foreign key (unit_id) references unit (id)
);

-- What a lecturer did or will do; training writes it.
create table lecture (
  id bigint not null auto_increment primary key,
  lecturer_id bigint not null,
  ref bigint not null comment 'the session',
  title varchar(200) not null,
  host_unit_id bigint,
  starts_at datetime(3) not null,
  ends_at datetime(3) not null,
  state varchar(20) not null comment 'PLANNED, HELD, CANCELLED',
  minutes integer,
  rating_sum integer not null default 0,
  rating_count integer not null default 0,
  version integer not null,
  unique key lecture_one (lecturer_id, ref),
  key lecture_time (lecturer_id, starts_at),
  key lecture_ref (ref),
  constraint lecture_lecturer foreign key (lecturer_id) references lecturer (id),
  constraint lecture_host foreign key (host_unit_id) references unit (id)
);

create table lecturer_application (
  id bigint not null auto_increment primary key,
  kind varchar(20) not null comment 'APPLIED by the officer, RECOMMENDED by a unit',
  unit_id bigint not null comment 'of whom it comes from',
  officer_id bigint,
  name varchar(60) not null,
  employer varchar(100),
  post varchar(100),
  email varchar(200),
  phone varchar(30),
  fields varchar(300) not null,
  topics varchar(1000) not null,
  grounds varchar(1000) not null,
  state varchar(20) not null comment 'SUBMITTED, APPROVED, REFUSED, WITHDRAWN',
  reason varchar(300),
  lecturer_id bigint,
  created_by bigint not null,
  created_at datetime(3) not null,
  decided_by bigint,
  decided_at datetime(3),
  version integer not null,
  key lecturer_application_unit (unit_id, state),
  key lecturer_application_officer (officer_id),
  constraint lecturer_application_unit foreign key (unit_id) references unit (id),
  constraint lecturer_application_officer foreign key (officer_id) references officer (id),
  constraint lecturer_application_lecturer foreign key (lecturer_id) references lecturer (id)
);

create table lecturer_qualification (
  id bigint not null auto_increment primary key,
  lecturer_id bigint,
  application_id bigint,
  title varchar(150) not null,
  issued_on date,
  file_name varchar(150),
  file_type varchar(100),
  file_size integer,
  created_at datetime(3) not null,
  key lecturer_qualification_lecturer (lecturer_id),
  key lecturer_qualification_application (application_id),
  constraint lecturer_qualification_lecturer foreign key (lecturer_id) references lecturer (id),
  constraint lecturer_qualification_application foreign key (application_id) references lecturer_application (id)
);

-- Apart, so that lists never read it.
create table lecturer_evidence (
  qualification_id bigint not null primary key,
  content longblob not null,
  constraint lecturer_evidence_qualification foreign key (qualification_id) references lecturer_qualification (id)
);
