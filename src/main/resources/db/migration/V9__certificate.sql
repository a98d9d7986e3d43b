-- Certificates 证件: applications, the register, what was done to each, and what waits. certificate_step is only ever added to.

create table certificate_batch (
  id bigint not null auto_increment primary key,
  number varchar(20) not null,
  unit_id bigint not null,
  kind varchar(20) not null,
  created_by bigint,
  created_at datetime(3) not null,
  unique key certificate_batch_number (number),
  constraint certificate_batch_unit foreign key (unit_id) references unit (id)
);

create table certificate (
  id bigint not null auto_increment primary key,
  kind varchar(20) not null comment 'ENFORCEMENT 行政执法证, SUPERVISION 行政执法监督证',
  serial varchar(40) not null comment '证号, upper case, without spaces; its form is not in the law',
  old_serial varchar(40),
  officer_id bigint comment 'null: from an imported register, nobody of that number or name is here',
  unit_id bigint not null comment 'on the card: it stays when the officer moves, until a step says otherwise',
  holder_name varchar(60) not null,
  id_number_index binary(32) comment 'HMAC, as of an officer; only where there is no officer',
  id_number_masked varchar(18),
  category varchar(60) comment '执法类别',
  state varchar(20) not null,
  valid_from date not null,
  valid_to date not null,
  issued_on date,
  ended_on date,
  suspended_until date,
  checked_year smallint comment 'last annual check passed',
  replaces_id bigint,
  last_on date not null comment 'day of the last step: the next is not before it',
  version integer not null,
  live tinyint as (if(officer_id is not null and state in ('VALID', 'SUSPENDED', 'LOST'), 1, null)) persistent comment 'one in force of each kind',
  unique key certificate_serial (serial),
  unique key certificate_one_live (officer_id, kind, live),
  key certificate_unit (unit_id, state),
  key certificate_name (holder_name),
  key certificate_old (old_serial),
  key certificate_state (state, valid_to),
  key certificate_person (id_number_index),
  constraint certificate_officer foreign key (officer_id) references officer (id),
  constraint certificate_unit foreign key (unit_id) references unit (id),
  constraint certificate_replaces foreign key (replaces_id) references certificate (id)
);

create table certificate_application (
  id bigint not null auto_increment primary key,
  number varchar(20) not null comment '受理号 SL2026-0001',
  kind varchar(20) not null,
  purpose varchar(20) not null comment 'FIRST, RENEWAL',
  officer_id bigint not null,
  unit_id bigint not null,
  batch_id bigint,
  category varchar(60),
  duties varchar(200) comment '岗位职责',
  state varchar(20) not null,
  check_id bigint comment 'the kept eligibility check that the approval rests on',
  published_on date,
  published_until date comment 'last day of the publication',
  send_document varchar(60) comment 'under which it went to the province',
  certificate_id bigint,
  last_on date not null,
  created_by bigint,
  created_at datetime(3) not null,
  version integer not null,
  is_open tinyint as (if(state in ('ISSUED', 'REFUSED', 'WITHDRAWN'), null, 1)) persistent,
  unique key certificate_application_number (number),
  unique key certificate_application_one (officer_id, kind, is_open),
  key certificate_application_unit (unit_id, state),
  key certificate_application_state (state, id),
  key certificate_application_sent (send_document),
  constraint certificate_application_officer foreign key (officer_id) references officer (id),
  constraint certificate_application_unit foreign key (unit_id) references unit (id),
  constraint certificate_application_batch foreign key (batch_id) references certificate_batch (id),
  constraint certificate_application_certificate foreign key (certificate_id) references certificate (id)
);

create table certificate_step (
  id bigint not null auto_increment primary key,
  application_id bigint,
  certificate_id bigint,
  step varchar(20) not null,
  from_state varchar(20) comment 'null: it begins here',
  to_state varchar(20) not null,
  on_date date not null,
  authority varchar(30) comment 'who decided; who recorded it is the actor',
  basis varchar(300) comment 'law and article as they were chosen',
  basis_verified boolean,
  document_number varchar(60),
  reason varchar(40),
  note varchar(500),
  actor_id bigint comment 'null: the program',
  second_actor_id bigint,
  recorded_at datetime(3) not null,
  key certificate_step_application (application_id, id),
  key certificate_step_certificate (certificate_id, id),
  key certificate_step_on (step, on_date),
  constraint certificate_step_application foreign key (application_id) references certificate_application (id),
  constraint certificate_step_certificate foreign key (certificate_id) references certificate (id)
);

-- Numbers of a year, without gaps that anybody would notice.
create table certificate_number (
  name varchar(20) not null primary key,
  last integer not null
);

-- What a step may be founded on: who decides by which article.
create table certificate_basis (
  id bigint not null auto_increment primary key,
  step varchar(20) not null,
  kind varchar(20) comment 'null: both',
  authority varchar(30) not null,
  law varchar(100) not null,
  article varchar(40) not null,
  text varchar(500) not null,
  source varchar(300) not null,
  verified boolean not null comment 'false: 待核',
  valid_from date not null,
  valid_to date,
  created_by bigint,
  created_at datetime(3) not null,
  key certificate_basis_step (step)
);

insert into certificate_basis (step, kind, authority, law, article, text, source, verified, valid_from, created_at) values
  ('SUBMIT', null, 'OWN_ORGAN', '河南省行政执法条例', '第二十条', '行政执法机关中符合条件的人员，可以申请取得行政执法资格。', '河南省人大常委会2016年公布文本', true, '2016-06-01', utc_timestamp(3)),
  ('SUBMIT', null, 'HOLDER', '河南省行政执法条例', '第二十条', '行政执法机关中符合条件的人员，可以申请取得行政执法资格。', '河南省人大常委会2016年公布文本', true, '2016-06-01', utc_timestamp(3)),
  ('UNIT_PASS', null, 'OWN_ORGAN', '河南省行政执法条例', '第二十条', '单位对所属人员的申领条件负责。', '河南省人大常委会2016年公布文本；单位负责申领和日常管理见省政府令第180号的报道，条文未查到', false, '2016-06-01', utc_timestamp(3)),
  ('ESTABLISHMENT_PASS', null, 'ESTABLISHMENT_OFFICE', '河南省行政执法条例', '第二十条（一）', '在编在职。', '河南省人大常委会2016年公布文本；会同机构编制管理机关审核见安徽省政府令第273号第七条，仅作参照', true, '2016-06-01', utc_timestamp(3)),
  ('BUREAU_PASS', null, 'SUPERVISION_ORGAN', '河南省行政执法条例', '第二十条、第二十一条', '符合条件，经培训考试合格。', '河南省人大常委会2016年公布文本', true, '2016-06-01', utc_timestamp(3)),
  ('PUBLISH', null, 'SUPERVISION_ORGAN', '交通运输行政执法证件管理规定', '第二十条', '公示时间为一周。', '交通运输部令2011年第1号；河南省的公示规定未查到', false, '2011-03-01', utc_timestamp(3)),
  ('OBJECT', null, 'SUPERVISION_ORGAN', '交通运输行政执法证件管理规定', '第二十条', '公示期间无异议的，报备案审查。', '交通运输部令2011年第1号；河南省的公示规定未查到', false, '2011-03-01', utc_timestamp(3)),
  ('DISMISS', null, 'SUPERVISION_ORGAN', '交通运输行政执法证件管理规定', '第二十条', '公示期间无异议的，报备案审查。', '交通运输部令2011年第1号；河南省的公示规定未查到', false, '2011-03-01', utc_timestamp(3)),
  ('SEND', null, 'SUPERVISION_ORGAN', '河南省行政执法证件管理办法', '第五条', '证件由省人民政府统一制作，省级法制机构具体实施，不收费。', '河南省人民政府令第180号（2017）', true, '2017-08-01', utc_timestamp(3)),
  ('MAKE', null, 'ISSUER', '河南省行政执法证件管理办法', '第五条', '证件由省人民政府统一制作，省级法制机构具体实施，不收费。', '河南省人民政府令第180号（2017）', true, '2017-08-01', utc_timestamp(3)),
  ('ISSUE', null, 'SUPERVISION_ORGAN', '河南省行政执法条例', '第二十一条', '取得行政执法证后，方可上岗执法。', '河南省人大常委会2016年公布文本', true, '2016-06-01', utc_timestamp(3)),
  ('RETURN', null, 'OWN_ORGAN', '河南省行政执法条例', '第二十条', '不符合申领条件或者材料不齐。', '河南省人大常委会2016年公布文本', true, '2016-06-01', utc_timestamp(3)),
  ('RETURN', null, 'SUPERVISION_ORGAN', '河南省行政执法条例', '第二十条', '不符合申领条件或者材料不齐。', '河南省人大常委会2016年公布文本', true, '2016-06-01', utc_timestamp(3)),
  ('RETURN', null, 'ISSUER', '河南省行政执法证件管理办法', '第五条', '省级法制机构退回补正。', '河南省人民政府令第180号（2017）', false, '2017-08-01', utc_timestamp(3)),
  ('REFUSE', null, 'OWN_ORGAN', '河南省行政执法条例', '第二十条', '不符合申领条件。', '河南省人大常委会2016年公布文本', true, '2016-06-01', utc_timestamp(3)),
  ('REFUSE', null, 'SUPERVISION_ORGAN', '河南省行政执法条例', '第二十条', '不符合申领条件。', '河南省人大常委会2016年公布文本', true, '2016-06-01', utc_timestamp(3)),
  ('REFUSE', null, 'ISSUER', '河南省行政执法证件管理办法', '第五条', '省级法制机构不予制证。', '河南省人民政府令第180号（2017）', false, '2017-08-01', utc_timestamp(3)),
  ('WITHDRAW', null, 'HOLDER', '河南省行政执法条例', '第二十条', '申请由本人提出，可以撤回。', '条文没有规定撤回', false, '2016-06-01', utc_timestamp(3)),
  ('WITHDRAW', null, 'OWN_ORGAN', '河南省行政执法条例', '第二十条', '申请可以撤回。', '条文没有规定撤回', false, '2016-06-01', utc_timestamp(3)),
  ('ANNUAL_CHECK', null, 'SUPERVISION_ORGAN', '交通运输行政执法证件管理规定', '第三十条', '每年根据年度考核结果进行年审。', '交通运输部令2011年第1号；省政府令第180号第七条以后未查到', false, '2011-03-01', utc_timestamp(3)),
  ('SUSPEND', 'ENFORCEMENT', 'SUPERVISION_ORGAN', '河南省行政执法条例', '第四十二条（六）', '行政执法监督机关可以暂扣行政执法证。', '河南省人大常委会2016年公布文本', true, '2016-06-01', utc_timestamp(3)),
  ('SUSPEND', 'ENFORCEMENT', 'COMPETENT_DEPARTMENT', '河南省优化营商环境条例', '第八十五条（五）', '暂扣、收缴执法证件，取消执法资格，调离执法岗位。', '河南省人大常委会2020年公布文本', true, '2021-01-01', utc_timestamp(3)),
  ('SUSPEND', 'SUPERVISION', 'ISSUER', '河南省行政执法条例', '第四十七条', '由发证机关暂扣或者收缴其《河南省行政执法监督证》。', '河南省人大常委会2016年公布文本', true, '2016-06-01', utc_timestamp(3)),
  ('RESTORE', 'ENFORCEMENT', 'SUPERVISION_ORGAN', '交通运输行政执法证件管理规定', '第三十二条', '经离岗培训、考试合格的，返还证件。', '交通运输部令2011年第1号；河南省的规定未查到', false, '2011-03-01', utc_timestamp(3)),
  ('RESTORE', 'SUPERVISION', 'ISSUER', '交通运输行政执法证件管理规定', '第三十二条', '经离岗培训、考试合格的，返还证件。', '交通运输部令2011年第1号；河南省的规定未查到', false, '2011-03-01', utc_timestamp(3)),
  ('LAPSE', null, 'SUPERVISION_ORGAN', '河南省行政执法证件管理办法', '条款待核', '证件载明的有效期届满，或者没有年审。', '省政府令第180号第七条以后未查到；未年审自行失效见交通运输部令2011年第1号第三十条', false, '2017-08-01', utc_timestamp(3)),
  ('RECALL', null, 'OWN_ORGAN', '河南省行政执法证件管理办法', '条款待核', '调离、退休、辞退等，由单位收回证件。', '省政府令第180号第七条以后未查到', false, '2017-08-01', utc_timestamp(3)),
  ('RECALL', 'SUPERVISION', 'ISSUER', '河南省行政执法条例', '第四十七条', '由发证机关暂扣或者收缴其《河南省行政执法监督证》。', '河南省人大常委会2016年公布文本', true, '2016-06-01', utc_timestamp(3)),
  ('RECALL', 'ENFORCEMENT', 'COMPETENT_DEPARTMENT', '河南省优化营商环境条例', '第八十五条（五）', '暂扣、收缴执法证件，取消执法资格，调离执法岗位。', '河南省人大常委会2020年公布文本', true, '2021-01-01', utc_timestamp(3)),
  ('CANCEL', null, 'SUPERVISION_ORGAN', '河南省行政执法证件管理办法', '条款待核', '不再具备持证条件的，上报注销。', '省政府令第180号第七条以后未查到；参照交通运输部令2011年第1号第二十五条', false, '2017-08-01', utc_timestamp(3)),
  ('CANCEL', null, 'ISSUER', '河南省行政执法证件管理办法', '条款待核', '由发证机关注销。', '省政府令第180号第七条以后未查到；参照交通运输部令2011年第1号第二十五条', false, '2017-08-01', utc_timestamp(3)),
  ('REPORT_LOST', null, 'OWN_ORGAN', '交通运输行政执法证件管理规定', '第二十四条', '遗失证件应当立即报告。', '交通运输部令2011年第1号；河南省的规定未查到', false, '2011-03-01', utc_timestamp(3)),
  ('REPORT_LOST', null, 'HOLDER', '交通运输行政执法证件管理规定', '第二十四条', '遗失证件应当立即报告。', '交通运输部令2011年第1号；河南省的规定未查到', false, '2011-03-01', utc_timestamp(3)),
  ('REPORT_LOST', null, 'SUPERVISION_ORGAN', '交通运输行政执法证件管理规定', '第二十四条', '遗失证件应当立即报告。', '交通运输部令2011年第1号；河南省的规定未查到', false, '2011-03-01', utc_timestamp(3)),
  ('REPLACE', null, 'ISSUER', '交通运输行政执法证件管理规定', '第二十四条', '声明后补发新证。', '交通运输部令2011年第1号；河南省的规定未查到', false, '2011-03-01', utc_timestamp(3)),
  ('REVOKE', 'ENFORCEMENT', 'GOVERNMENT', '河南省行政执法条例', '第四十五条、第四十六条（二）', '取消行政执法资格的处理由本级人民政府或者上级人民政府的法制机构决定。', '河南省人大常委会2016年公布文本', true, '2016-06-01', utc_timestamp(3)),
  ('REVOKE', 'ENFORCEMENT', 'HIGHER_LEGAL_ORGAN', '河南省行政执法条例', '第四十五条、第四十六条（二）', '取消行政执法资格的处理由本级人民政府或者上级人民政府的法制机构决定。', '河南省人大常委会2016年公布文本', true, '2016-06-01', utc_timestamp(3));

-- Each change is a new row with its own first day.
create table certificate_setting (
  id bigint not null auto_increment primary key,
  name varchar(40) not null,
  value varchar(100) not null,
  source varchar(500) not null,
  verified boolean not null,
  valid_from date not null,
  created_by bigint,
  created_at datetime(3) not null,
  unique key certificate_setting_from (name, valid_from)
);

insert into certificate_setting (name, value, source, verified, valid_from, created_at) values
  ('PUBLICATION_DAYS', '7', '公示一周：交通运输部令2011年第1号第二十条。河南省的规定未查到，待核。', false, '2000-01-01', utc_timestamp(3)),
  ('COHORT_END', '2030-12-31', '河南以往两批证件统一于2010年12月31日、2015年12月31日到期；以后各批的到期日是推断，待核。', false, '2000-01-01', utc_timestamp(3)),
  ('SUSPENSION_DAYS', '180', '暂扣不超过六个月：辽宁省行政执法监督规定（2010）第三十六条。河南省的规定未查到，待核。', false, '2000-01-01', utc_timestamp(3)),
  ('REMIND_FIRST_DAYS', '90', '本平台的提醒时间，可以更改。', true, '2000-01-01', utc_timestamp(3)),
  ('REMIND_LAST_DAYS', '30', '本平台的提醒时间，可以更改。', true, '2000-01-01', utc_timestamp(3)),
  ('EXAM_MONTHS', '60', '考试合格五年内有效：浙江省综合行政执法条例第二十八条。河南省的规定未查到，待核。', false, '2000-01-01', utc_timestamp(3)),
  ('REVIEWER_PERCENT', '5', '法制审核人员原则上不少于执法人员总数的5%：国办发〔2018〕118号。', true, '2000-01-01', utc_timestamp(3)),
  ('SECOND_PERSON_ABOVE', '20', '一次结束多于这么多证件，须由第二人确认：本平台的要求，可以更改。', true, '2000-01-01', utc_timestamp(3)),
  ('IMPORT_SECOND_PERCENT', '5', '导入会结束的证件超过现有有效证件的这一比例，须由第二人确认：本平台的要求，可以更改。', true, '2000-01-01', utc_timestamp(3)),
  ('IMPORT_REFUSE_PERCENT', '50', '导入会结束的证件达到现有有效证件的这一比例，不予导入：本平台的要求，可以更改。', true, '2000-01-01', utc_timestamp(3)),
  ('SERIAL_PATTERN', '[0-9A-Z\\p{IsHan}()〔〕-]{4,40}', '河南省行政执法证号的格式未查到，先只限字符；查到后请改为正则表达式。', false, '2000-01-01', utc_timestamp(3));

-- What must not be done by one person alone: it waits for a second.
create table certificate_change (
  id bigint not null auto_increment primary key,
  kind varchar(20) not null comment 'STEPS, IMPORT',
  state varchar(20) not null comment 'WAITING, DONE, REFUSED',
  summary varchar(300) not null,
  affected integer not null,
  content mediumtext not null comment 'JSON of what will be done',
  asked_by bigint not null,
  asked_at datetime(3) not null,
  decided_by bigint,
  decided_at datetime(3),
  reason varchar(200),
  version integer not null,
  key certificate_change_state (state, id)
);

create table certificate_task (
  id bigint not null auto_increment primary key,
  kind varchar(20) not null,
  certificate_id bigint not null,
  unit_id bigint not null comment 'of the certificate: whose page shows it',
  state varchar(20) not null comment 'OPEN, DONE, DISMISSED',
  due_on date,
  raised_on date not null,
  outcome varchar(200),
  settled_by bigint,
  settled_on date,
  version integer not null,
  is_open tinyint as (if(state = 'OPEN', 1, null)) persistent,
  unique key certificate_task_once (certificate_id, kind, is_open),
  key certificate_task_list (state, unit_id, kind),
  constraint certificate_task_certificate foreign key (certificate_id) references certificate (id),
  constraint certificate_task_unit foreign key (unit_id) references unit (id)
);

-- One row a night: whichever node writes it makes the round.
create table certificate_round (
  on_date date not null primary key,
  begun_at datetime(3) not null,
  ended_at datetime(3),
  lapsed integer,
  raised integer,
  settled integer
);

-- Who stands on the duty list, where that differs from every active officer of an establishment that may enforce.
create table certificate_duty (
  officer_id bigint not null primary key,
  on_duty boolean not null,
  reviewer boolean not null comment '法制审核人员',
  changed_by bigint,
  changed_at datetime(3) not null,
  constraint certificate_duty_officer foreign key (officer_id) references officer (id)
);

-- Typed serials by address and quarter of an hour; rows of past days are dropped by the nightly round.
create table certificate_look_up (
  address varchar(60) not null,
  span bigint not null,
  count integer not null,
  primary key (address, span)
);
