-- casefile: the yearly review of case files 案卷评查 and the letters of supervision that follow ----------------------------

-- Each row is a version; one that a batch was planned with never changes.
create table review_checklist (
  id bigint not null auto_increment primary key,
  code varchar(40) not null comment 'the same for all versions',
  number integer not null,
  title varchar(100) not null,
  items longtext not null comment 'JSON [{"code","title","looksAt","basis","weight"}]',
  state varchar(20) not null,
  account_id bigint,
  created_at datetime(3) not null,
  version integer not null,
  unique key review_checklist_number (code, number)
);

create table review_batch (
  id bigint not null auto_increment primary key,
  year integer not null,
  title varchar(100) not null,
  basis varchar(200) not null,
  starts_on date not null,
  ends_on date not null,
  checklist_id bigint not null,
  state varchar(20) not null,
  account_id bigint,
  created_at datetime(3) not null,
  version integer not null,
  unique key review_batch_title (year, title),
  constraint review_batch_checklist foreign key (checklist_id) references review_checklist (id)
);

create table review_unit (
  batch_id bigint not null,
  unit_id bigint not null,
  drawn boolean not null comment 'by lot, with the seed; false: chosen by a person',
  seed bigint,
  primary key (batch_id, unit_id),
  constraint review_unit_batch foreign key (batch_id) references review_batch (id),
  constraint review_unit_unit foreign key (unit_id) references unit (id)
);

create table review_file (
  id bigint not null auto_increment primary key,
  batch_id bigint not null,
  unit_id bigint not null,
  case_number varchar(60) not null,
  title varchar(150) not null,
  kind varchar(20) not null,
  findings longtext comment 'JSON [{"item","result","lost","remark"}], one for each item of the checklist; null: not yet reviewed',
  score integer comment 'tenths of 100',
  reviewed_on date,
  reviewer_id bigint,
  version integer not null,
  unique key review_file_number (batch_id, unit_id, case_number),
  key review_file_reviewed (reviewed_on),
  constraint review_file_of foreign key (batch_id, unit_id) references review_unit (batch_id, unit_id)
);

create table supervision_letter (
  id bigint not null auto_increment primary key,
  batch_id bigint not null,
  unit_id bigint not null,
  number varchar(60) not null,
  kind varchar(20) not null,
  follows_id bigint comment 'of a decision: the letter of opinion that was not acted upon in time',
  measure varchar(20) comment 'of a decision: what is done about it',
  content varchar(2000) comment 'of a decision: what is decided',
  issued_on date not null,
  deadline date not null,
  state varchar(20) not null,
  answered_on date,
  answer varchar(2000),
  reminded_at datetime(3),
  overdue_told_at datetime(3),
  version integer not null,
  unique key supervision_letter_number (number),
  unique key supervision_letter_follows (follows_id),
  key supervision_letter_waiting (state, deadline),
  key supervision_letter_unit (unit_id),
  key supervision_letter_issued (issued_on, kind),
  constraint supervision_letter_batch foreign key (batch_id) references review_batch (id),
  constraint supervision_letter_unit foreign key (unit_id) references unit (id),
  constraint supervision_letter_follows foreign key (follows_id) references supervision_letter (id)
);

create table supervision_letter_step (
  id bigint not null auto_increment primary key,
  letter_id bigint not null,
  step varchar(20) not null,
  note varchar(2000) not null,
  deadline date not null comment 'as it was then',
  account_id bigint,
  at datetime(3) not null,
  key supervision_letter_step_letter (letter_id, id),
  constraint supervision_letter_step_letter foreign key (letter_id) references supervision_letter (id)
);

create table review_opinion (
  id bigint not null auto_increment primary key,
  batch_id bigint not null,
  unit_id bigint not null,
  file_id bigint comment 'null: about the unit as a whole',
  item varchar(40) comment 'code of the checklist''s item',
  wording varchar(500) not null,
  given_on date not null,
  letter_id bigint comment 'null: not yet sent',
  account_id bigint,
  version integer not null,
  key review_opinion_given (given_on),
  key review_opinion_letter (letter_id),
  constraint review_opinion_of foreign key (batch_id, unit_id) references review_unit (batch_id, unit_id),
  constraint review_opinion_file foreign key (file_id) references review_file (id),
  constraint review_opinion_letter foreign key (letter_id) references supervision_letter (id)
);

-- The last number given in a year; a row lock until the transaction ends, so that none is given twice and none is left out.
create table supervision_number (
  year integer not null,
  kind varchar(20) not null,
  last integer not null,
  primary key (year, kind)
);

-- What is usually looked at; weights after the common practice of provinces, to be adapted in a next version.
insert into review_checklist (code, number, title, items, state, created_at, version) values ('penalty', 1, '行政处罚案卷评查标准',
'[{"code":"subject","title":"执法主体","looksAt":"以自己的名义作出决定；受委托的有书面委托书。","basis":"行政处罚法第十七条至第二十一条","weight":10},
{"code":"officers","title":"执法人员资格","looksAt":"调查、检查时执法人员不少于两人，均持有效执法证件并主动出示。","basis":"行政处罚法第四十二条、第五十五条","weight":10},
{"code":"facts","title":"事实和证据","looksAt":"违法事实清楚；证据种类合法、来源清楚、能够互相印证。","basis":"行政处罚法第四十条、第四十六条","weight":20},
{"code":"law","title":"适用依据","looksAt":"引用法律、法规、规章的名称和条、款、项准确，版本有效。","basis":"行政处罚法第三十七条、第五十九条","weight":15},
{"code":"discretion","title":"裁量","looksAt":"按公布的裁量权基准说明从轻、减轻、从重的理由；首违不罚等情形已审查。","basis":"行政处罚法第三十三条、第三十四条","weight":10},
{"code":"hearing","title":"告知、陈述申辩和听证","looksAt":"处罚前告知事实、理由、依据和权利；符合条件的告知听证；对申辩意见复核并记录。","basis":"行政处罚法第四十四条、第四十五条、第六十三条","weight":10},
{"code":"legalReview","title":"法制审核和集体讨论","looksAt":"应当审核的经法制审核；情节复杂、重大违法的经负责人集体讨论决定。","basis":"行政处罚法第五十七条、第五十八条","weight":10},
{"code":"terms","title":"期限和送达","looksAt":"立案之日起九十日内作出决定；宣告后当场交付，当事人不在场的七日内送达。","basis":"行政处罚法第六十条、第六十一条","weight":5},
{"code":"enforcement","title":"执行和结案","looksAt":"罚缴分离；加处罚款不超过罚款数额；有结案手续。","basis":"行政处罚法第六十七条、第七十二条","weight":5},
{"code":"filing","title":"归档","looksAt":"全过程有记录；目录、页码齐全，一案一卷。","basis":"行政处罚法第四十七条","weight":5}]', 'IN_USE', '2026-01-01 00:00:00.000', 0);
