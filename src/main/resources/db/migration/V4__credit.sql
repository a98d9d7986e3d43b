-- Credit hours 学时: a double-entry ledger. Rows of credit_entry and credit_posting are only ever added. Amounts are hundredths of an 学时.

create table credit_account (
  id bigint not null auto_increment primary key,
  kind varchar(20) not null comment 'OFFICER, or where hours come from and go to: ATTENDANCE, LECTURE, OUTSIDE, CARRIED, CLOSED',
  owner bigint not null comment 'the officer; 0 for the accounts that belong to nobody',
  bucket varchar(20) not null,
  year smallint not null,
  unique key credit_account_one (owner, year, bucket, kind)
);

create table credit_entry (
  id bigint not null auto_increment primary key,
  source varchar(80) not null comment 'attendance:123: what is booked once is never booked twice',
  kind varchar(20) not null comment 'EARNED, REVERSAL, CLOSING',
  origin varchar(20) not null comment 'the kind of the account on the other side',
  officer_id bigint not null,
  unit_id bigint not null comment 'where the officer was then: figures of units count it there, the hours move with the officer',
  bucket varchar(20) not null,
  on_date date not null,
  hundredths integer not null comment 'what the officer''s account gained; negative where it lost',
  title varchar(300) not null,
  reason varchar(200),
  reverses_id bigint,
  recorded_by bigint,
  recorded_at datetime(3) not null,
  unique key credit_entry_source (source),
  unique key credit_entry_reverses (reverses_id),
  key credit_entry_officer (officer_id, on_date),
  key credit_entry_unit (unit_id, on_date),
  constraint credit_entry_officer foreign key (officer_id) references officer (id),
  constraint credit_entry_unit foreign key (unit_id) references unit (id),
  constraint credit_entry_reverses foreign key (reverses_id) references credit_entry (id)
);

-- Two to an entry; their sum is nothing.
create table credit_posting (
  account_id bigint not null,
  entry_id bigint not null,
  hundredths integer not null,
  closing boolean not null,
  primary key (account_id, entry_id),
  key credit_posting_entry (entry_id),
  constraint credit_posting_account foreign key (account_id) references credit_account (id),
  constraint credit_posting_entry foreign key (entry_id) references credit_entry (id)
);

-- Each change is a new row with its own first day; what held before stays to be read.
create table credit_need (
  id bigint not null auto_increment primary key,
  establishment varchar(30) comment 'null: everybody for whom no row of their own holds',
  bucket varchar(20) not null,
  hundredths integer not null,
  law varchar(200) not null,
  law_version varchar(60),
  article varchar(60),
  verified boolean not null comment 'false: 待核',
  note varchar(500),
  valid_from date not null,
  created_by bigint,
  created_at datetime(3) not null,
  key credit_need_from (bucket, valid_from)
);

create table credit_setting (
  id bigint not null auto_increment primary key,
  name varchar(40) not null comment 'MINUTES_PER_HOUR, DAY_LIMIT',
  value integer not null,
  source varchar(500) not null,
  verified boolean not null,
  valid_from date not null,
  created_by bigint,
  created_at datetime(3) not null,
  unique key credit_setting_from (name, valid_from)
);

insert into credit_need (bucket, hundredths, law, law_version, article, verified, note, valid_from, created_at) values
  ('PROFESSIONAL', 6000, '法治政府建设实施纲要（2021—2025年）', '2021', '（三十四）', false, '全国数字：每年轮训业务知识和法律法规不少于60学时，政治理论、党性教育学时另计。纲要的期限已过，后续文件未查到，故待核。', '2021-08-11', utc_timestamp(3));
insert into credit_setting (name, value, source, verified, valid_from, created_at) values
  ('MINUTES_PER_HOUR', 45, '通行做法：1学时＝45分钟。未查到河南省的规定，待核。', false, '2000-01-01', utc_timestamp(3)),
  ('DAY_LIMIT', 800, '通行做法：一天计8学时，半天计4学时。未查到河南省的规定，待核。', false, '2000-01-01', utc_timestamp(3));

create table credit_close (
  id bigint not null auto_increment primary key,
  year smallint not null,
  officers integer not null,
  met integer not null comment 'who had what was needed in every bucket',
  closed_by bigint,
  closed_at datetime(3) not null,
  key credit_close_year (year, id)
);

create table credit_close_line (
  close_id bigint not null,
  officer_id bigint not null,
  bucket varchar(20) not null,
  earned integer not null,
  needed integer not null,
  primary key (close_id, officer_id, bucket),
  constraint credit_close_line_close foreign key (close_id) references credit_close (id)
);

create table outside_training (
  id bigint not null auto_increment primary key,
  officer_id bigint not null,
  unit_id bigint not null,
  title varchar(150) not null,
  organiser varchar(100) not null,
  from_date date not null,
  to_date date not null,
  hundredths integer not null,
  bucket varchar(20) not null,
  state varchar(20) not null,
  reason varchar(200),
  decided_by bigint,
  decided_at datetime(3),
  created_at datetime(3) not null,
  evidence_name varchar(150),
  evidence_type varchar(40),
  version integer not null,
  key outside_training_unit (unit_id, state),
  key outside_training_officer (officer_id),
  constraint outside_training_officer foreign key (officer_id) references officer (id),
  constraint outside_training_unit foreign key (unit_id) references unit (id)
);

create table outside_training_evidence (
  outside_training_id bigint not null primary key,
  content mediumblob not null,
  constraint outside_training_evidence foreign key (outside_training_id) references outside_training (id)
);
