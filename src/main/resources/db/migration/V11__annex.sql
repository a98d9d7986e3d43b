-- annex: what the annual report tells of the records, and what only people know ---------------------------------------------

-- What the report says of units. A unit that stops publishing loses the mark; editions that were frozen keep what was true then.
alter table unit
  add publishes_enforcement boolean not null default false comment '公示执法信息',
  add publishes_since date,
  add unit_rank varchar(20) comment '规格',
  add ranked_since date,
  add level varchar(20) comment '层级';

-- What was entered by hand for a period; it stands before what was counted.
create table annex_entry (
  id bigint not null auto_increment primary key,
  from_day date not null,
  to_day date not null,
  figure varchar(40) not null,
  number decimal(14, 2),
  words varchar(1000),
  source varchar(300) not null comment 'where it comes from, so that it can be checked',
  account_id bigint,
  entered_by varchar(60) not null,
  entered_at datetime(3) not null,
  version integer not null,
  unique key annex_entry_figure (from_day, to_day, figure)
);

-- Frozen: nothing here is ever changed. The hash is that of content, so that everybody can compute it again.
create table annex_edition (
  id bigint not null auto_increment primary key,
  from_day date not null,
  to_day date not null,
  number integer not null,
  content longtext not null comment 'JSON, keys in order: the canonical form',
  sha256 char(64) not null,
  note varchar(300),
  account_id bigint,
  frozen_by varchar(60) not null,
  frozen_at datetime(3) not null,
  unique key annex_edition_number (from_day, to_day, number)
);
