-- competitions: stages, registration of units, entrants, scores, lists of places -------------------------------------------

create table competition (
  id bigint not null auto_increment primary key,
  year integer not null,
  title varchar(100) not null,
  rules text not null comment 'as everybody reads them',
  registration_opens_at datetime(3) not null,
  registration_closes_at datetime(3) not null,
  team_rules varchar(1000) not null comment 'JSON of TeamRules',
  ranking_rules varchar(2000) not null comment 'JSON of RankingRules',
  state varchar(20) not null,
  created_at datetime(3) not null,
  version integer not null,
  key competition_year (year, id)
);

create table competition_stage (
  id bigint not null auto_increment primary key,
  competition_id bigint not null,
  number integer not null comment 'in their order, from 1',
  title varchar(100) not null,
  kind varchar(20) not null comment 'EXAM, PRACTICAL, LIVE_FINAL',
  entrants varchar(20) not null comment 'INDIVIDUAL, TEAM',
  exam_id bigint comment 'of EXAM',
  max_mark integer not null comment 'tenths',
  weight integer not null comment 'percent of the whole',
  drop_extremes tinyint not null comment 'the highest and the lowest judge do not count',
  two_entries tinyint not null comment 'a second person enters every score again',
  advancement varchar(1000) comment 'JSON of Advancement: who goes on to this stage; null: all who registered',
  draw_groups integer,
  draw_seed varchar(200),
  drawn_at datetime(3),
  live_board tinyint not null comment 'aggregates per unit while the exam runs',
  state varchar(20) not null,
  version integer not null,
  unique key competition_stage_number (competition_id, number),
  constraint competition_stage_of foreign key (competition_id) references competition (id),
  constraint competition_stage_exam foreign key (exam_id) references exam (id)
);

create table competition_registration (
  id bigint not null auto_increment primary key,
  competition_id bigint not null,
  unit_id bigint not null,
  contact varchar(100) not null,
  state varchar(20) not null,
  submitted_at datetime(3) not null,
  submitted_by bigint,
  corrected_at datetime(3) comment 'once only',
  version integer not null,
  unique key competition_registration_once (competition_id, unit_id),
  constraint competition_registration_of foreign key (competition_id) references competition (id),
  constraint competition_registration_unit foreign key (unit_id) references unit (id)
);

create table competition_member (
  id bigint not null auto_increment primary key,
  registration_id bigint not null,
  officer_id bigint not null,
  role varchar(20) not null,
  front_line tinyint not null comment 'as the unit declares',
  unique key competition_member_once (registration_id, officer_id),
  key competition_member_of (officer_id),
  constraint competition_member_registration foreign key (registration_id) references competition_registration (id),
  constraint competition_member_officer foreign key (officer_id) references officer (id)
);

create table competition_excuse (
  id bigint not null auto_increment primary key,
  stage_id bigint not null,
  officer_id bigint not null,
  reason varchar(200) not null,
  asked_by bigint,
  asked_at datetime(3) not null,
  approved tinyint comment 'null: not decided',
  decided_by bigint,
  decided_at datetime(3),
  decision varchar(200),
  version integer not null,
  unique key competition_excuse_once (stage_id, officer_id),
  constraint competition_excuse_stage foreign key (stage_id) references competition_stage (id),
  constraint competition_excuse_officer foreign key (officer_id) references officer (id)
);

create table competition_entrant (
  id bigint not null auto_increment primary key,
  stage_id bigint not null,
  registration_id bigint comment 'of a team',
  officer_id bigint comment 'of an individual',
  unit_id bigint not null,
  label varchar(100) not null comment 'name that the draw and the lists use',
  came_by varchar(20) not null,
  reason varchar(200),
  draw_number integer,
  draw_group integer,
  sudden_death integer comment 'order in sudden death, 1 the best; null: took no part',
  version integer not null,
  unique key competition_entrant_team (stage_id, registration_id),
  unique key competition_entrant_person (stage_id, officer_id),
  constraint competition_entrant_stage foreign key (stage_id) references competition_stage (id),
  constraint competition_entrant_registration foreign key (registration_id) references competition_registration (id),
  constraint competition_entrant_officer foreign key (officer_id) references officer (id),
  constraint competition_entrant_unit foreign key (unit_id) references unit (id)
);

create table competition_score (
  id bigint not null auto_increment primary key,
  entrant_id bigint not null,
  judge varchar(60) not null,
  tenths integer not null comment 'may be below 0 on a stage',
  entered_by bigint,
  entered_at datetime(3) not null,
  second_tenths integer comment 'what the second person read',
  second_by bigint,
  second_at datetime(3),
  state varchar(20) not null comment 'ENTERED, DIFFERS, CONFIRMED',
  reason varchar(200) comment 'of the last correction',
  version integer not null,
  unique key competition_score_judge (entrant_id, judge),
  constraint competition_score_entrant foreign key (entrant_id) references competition_entrant (id)
);

create table competition_consent (
  competition_id bigint not null,
  officer_id bigint not null,
  given_at datetime(3) not null,
  withdrawn_at datetime(3),
  primary key (competition_id, officer_id),
  constraint competition_consent_of foreign key (competition_id) references competition (id),
  constraint competition_consent_officer foreign key (officer_id) references officer (id)
);

-- A list of places. Its rows are lines of JSON in chunks of 100; the hash is the SHA-256 of the head and all lines.
create table ranking_list (
  id bigint not null auto_increment primary key,
  competition_id bigint not null,
  stage_id bigint comment 'of scope STAGE',
  scope varchar(20) not null comment 'STAGE, COMPETITION, YEAR',
  board varchar(20) not null comment 'PERSON, TEAM, DEPARTMENT, TOWNSHIP',
  edition integer comment 'null: provisional',
  replaces_id bigint comment 'the edition that this one corrects',
  note varchar(300) comment 'why it was corrected',
  state varchar(20) not null,
  head text not null comment 'JSON: titles, rules, totals',
  row_count integer not null,
  sha256 char(64) not null,
  computed_at datetime(3) not null,
  confirmed_by varchar(60),
  confirmed_at datetime(3),
  version integer not null,
  key ranking_list_of (competition_id, scope, board, stage_id),
  constraint ranking_list_competition foreign key (competition_id) references competition (id),
  constraint ranking_list_stage foreign key (stage_id) references competition_stage (id),
  constraint ranking_list_replaces foreign key (replaces_id) references ranking_list (id)
);

create table ranking_chunk (
  list_id bigint not null,
  number integer not null comment 'from 0',
  content mediumtext not null,
  primary key (list_id, number),
  constraint ranking_chunk_list foreign key (list_id) references ranking_list (id) on delete cascade
);

-- Where somebody stands in a list: positions by id, 256 ids a row.
create table ranking_index (
  list_id bigint not null,
  bucket bigint not null comment 'id div 256',
  positions text not null comment 'id:position,…',
  primary key (list_id, bucket),
  constraint ranking_index_list foreign key (list_id) references ranking_list (id) on delete cascade
);

create table competition_award (
  id bigint not null auto_increment primary key,
  competition_id bigint not null,
  list_id bigint comment 'the confirmed list that it rests on; null: named by the host',
  code varchar(20) not null,
  officer_id bigint,
  unit_id bigint not null,
  recipient varchar(100) not null,
  place integer,
  reason varchar(200),
  serial varchar(30) not null,
  granted_at datetime(3) not null,
  granted_by varchar(60) not null,
  revoked_at datetime(3),
  revoke_reason varchar(200),
  version integer not null,
  unique key competition_award_serial (serial),
  key competition_award_of (competition_id, code),
  constraint competition_award_competition foreign key (competition_id) references competition (id),
  constraint competition_award_list foreign key (list_id) references ranking_list (id),
  constraint competition_award_officer foreign key (officer_id) references officer (id),
  constraint competition_award_unit foreign key (unit_id) references unit (id)
);
