-- Weak topics of units, and the sessions they propose.

insert into setting (name, value, source, updated_at) values ('proposal.weakBelow', '60', '平台建议值，由培训管理按实际调整；无上位规定', utc_timestamp(3));

-- An exam whose weak topics were looked for: an exam without any is known as well.
create table training_proposal_exam (
  exam_id bigint not null primary key,
  counted_at datetime(3) not null,
  constraint training_proposal_exam_exam foreign key (exam_id) references exam (id)
);

create table training_proposal (
  id bigint not null auto_increment primary key,
  exam_id bigint not null,
  unit_id bigint not null comment 'a department or township',
  topic varchar(120) not null comment 'a topic''s path, or its first level',
  state varchar(20) not null comment 'OPEN, PLANNED, DISMISSED',
  session_id bigint,
  reason varchar(200) comment 'of a dismissal',
  officers integer not null,
  answers integer not null,
  items integer not null,
  gained bigint not null comment 'tenths',
  possible bigint not null comment 'tenths',
  district_officers integer comment 'null where the others are so few that the difference would tell their figures',
  district_answers integer,
  district_items integer,
  district_gained bigint,
  district_possible bigint,
  weak_below integer not null comment 'percent: the setting on that day',
  articles longtext not null comment 'JSON: laws and articles most often missed',
  counted_at datetime(3) not null,
  decided_by bigint,
  decided_at datetime(3),
  version integer not null,
  unique key training_proposal_topic (exam_id, unit_id, topic),
  key training_proposal_unit (unit_id, state),
  constraint training_proposal_exam foreign key (exam_id) references exam (id),
  constraint training_proposal_unit foreign key (unit_id) references unit (id),
  constraint training_proposal_session foreign key (session_id) references training_session (id)
);
