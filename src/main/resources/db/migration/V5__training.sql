-- Training sessions 微宣讲·走基层, and who comes to them.

create table training_series (
  id bigint not null auto_increment primary key,
  year smallint not null,
  title varchar(150) not null,
  basis varchar(200) comment 'the document it is run under',
  unit_id bigint not null,
  goal_sessions integer not null,
  state varchar(20) not null,
  version integer not null,
  key training_series_year (year),
  constraint training_series_unit foreign key (unit_id) references unit (id)
);

create table session_request (
  id bigint not null auto_increment primary key,
  unit_id bigint not null,
  topic varchar(150) not null,
  form varchar(20) not null,
  wish_from date,
  wish_to date,
  people integer not null,
  reason varchar(500) not null,
  state varchar(20) not null,
  answer varchar(300),
  asked_by bigint,
  asked_at datetime(3) not null,
  answered_at datetime(3),
  version integer not null,
  key session_request_unit (unit_id, state),
  constraint session_request_unit foreign key (unit_id) references unit (id)
);

create table training_session (
  id bigint not null auto_increment primary key,
  year smallint not null,
  number integer comment 'of the year; given when it is published, never again',
  series_id bigint,
  request_id bigint,
  title varchar(150) not null,
  form varchar(20) not null,
  topic varchar(150),
  basis varchar(200),
  description varchar(2000),
  host_unit_id bigint not null comment '主办: whose session it is',
  cohost_unit_id bigint comment '承办',
  place_unit_id bigint not null comment 'the township or unit where it is held',
  place varchar(100) not null comment 'the room',
  place_key varchar(100) not null comment 'the room, written one way: two of it at one time are a clash',
  starts_at datetime(3) not null,
  ends_at datetime(3) not null,
  seats integer,
  restricted boolean not null comment 'only who is invited may enrol',
  enrol_until datetime(3) not null,
  cancel_until datetime(3) not null,
  bucket varchar(20) not null,
  check_in_code boolean not null comment 'the organiser switched the rotating code on',
  state varchar(20) not null,
  reason varchar(300),
  attended_count integer comment 'heads, where there is no list of names',
  author_id bigint,
  sequence integer not null comment 'grows with each change that calendars must see',
  changed_at datetime(3) not null,
  version integer not null,
  unique key training_session_number (year, number),
  key training_session_time (starts_at, ends_at),
  key training_session_place (place_unit_id, starts_at),
  key training_session_host (host_unit_id, starts_at),
  constraint training_session_series foreign key (series_id) references training_series (id),
  constraint training_session_request foreign key (request_id) references session_request (id),
  constraint training_session_host foreign key (host_unit_id) references unit (id),
  constraint training_session_cohost foreign key (cohost_unit_id) references unit (id),
  constraint training_session_place foreign key (place_unit_id) references unit (id)
);

create table session_audience (
  session_id bigint not null,
  unit_id bigint not null,
  primary key (session_id, unit_id),
  key session_audience_unit (unit_id),
  constraint session_audience_session foreign key (session_id) references training_session (id),
  constraint session_audience_unit foreign key (unit_id) references unit (id)
);

create table session_lecturer (
  session_id bigint not null,
  lecturer_id bigint not null,
  position integer not null,
  primary key (session_id, lecturer_id),
  key session_lecturer_of (lecturer_id),
  constraint session_lecturer_session foreign key (session_id) references training_session (id),
  constraint session_lecturer_lecturer foreign key (lecturer_id) references lecturer (id)
);

create table session_material (
  id bigint not null auto_increment primary key,
  session_id bigint not null,
  name varchar(150) not null,
  type varchar(100) not null,
  content mediumblob not null,
  size integer not null,
  added_at datetime(3) not null,
  key session_material_session (session_id),
  constraint session_material_session foreign key (session_id) references training_session (id)
);

-- When a unit is on duty and cannot send people.
create table unit_duty (
  id bigint not null auto_increment primary key,
  unit_id bigint not null,
  from_day date not null,
  to_day date not null,
  what varchar(100) not null,
  version integer not null,
  key unit_duty_unit (unit_id, from_day),
  constraint unit_duty_unit foreign key (unit_id) references unit (id)
);

-- A secret address from which a calendar program reads. The address itself is kept nowhere.
create table calendar_feed (
  id bigint not null auto_increment primary key,
  hash binary(32) not null,
  account_id bigint not null comment 'whose it is: it ends with the account',
  unit_id bigint comment 'null: the person''s own sessions; else the unit''s',
  created_at datetime(3) not null,
  unique key calendar_feed_hash (hash),
  unique key calendar_feed_one (account_id, unit_id),
  constraint calendar_feed_account foreign key (account_id) references account (id),
  constraint calendar_feed_unit foreign key (unit_id) references unit (id)
);

create table enrolment (
  id bigint not null auto_increment primary key,
  session_id bigint not null,
  officer_id bigint not null,
  unit_id bigint not null comment 'the officer''s when it was enrolled',
  state varchar(20) not null comment 'ENROLLED, WAITING, CANCELLED',
  queued_at datetime(3) not null comment 'the order of the waiting list',
  enrolled_by bigint,
  reason varchar(200),
  changed_at datetime(3) not null,
  version integer not null,
  unique key enrolment_once (session_id, officer_id),
  key enrolment_officer (officer_id, state),
  constraint enrolment_session foreign key (session_id) references training_session (id),
  constraint enrolment_officer foreign key (officer_id) references officer (id),
  constraint enrolment_unit foreign key (unit_id) references unit (id)
);

create table attendance (
  id bigint not null auto_increment primary key,
  session_id bigint not null,
  officer_id bigint not null,
  unit_id bigint not null comment 'the officer''s on the day',
  state varchar(20) not null comment 'PRESENT, PARTIAL, ABSENT, EXCUSED',
  minutes integer not null comment 'of the scheduled length, that count',
  method varchar(20) not null comment 'LIST, SHEET, CODE, IMPORT',
  recorded_by bigint,
  recorded_at datetime(3) not null,
  version integer not null,
  unique key attendance_once (session_id, officer_id),
  key attendance_officer (officer_id),
  key attendance_unit (unit_id),
  constraint attendance_session foreign key (session_id) references training_session (id),
  constraint attendance_officer foreign key (officer_id) references officer (id),
  constraint attendance_unit foreign key (unit_id) references unit (id)
);

-- Corrections, with what stood before.
create table attendance_change (
  id bigint not null auto_increment primary key,
  attendance_id bigint not null,
  was_state varchar(20) not null,
  was_minutes integer not null,
  reason varchar(200) not null,
  changed_by bigint,
  changed_at datetime(3) not null,
  key attendance_change_of (attendance_id),
  constraint attendance_change_of foreign key (attendance_id) references attendance (id)
);

-- What officers typed from the screen; it counts for nothing until the organiser confirms it.
create table check_in_claim (
  session_id bigint not null,
  officer_id bigint not null,
  claimed_at datetime(3) not null,
  confirmed_at datetime(3),
  primary key (session_id, officer_id),
  constraint check_in_claim_session foreign key (session_id) references training_session (id),
  constraint check_in_claim_officer foreign key (officer_id) references officer (id)
);
