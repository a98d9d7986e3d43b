-- parallel forms of papers -------------------------------------------------------------------------------------------------

alter table blueprint add column demands text comment 'JSON: bounds, target difficulty, spread of forms, limit of exposure; null: none';

create table form_set (
  id bigint not null auto_increment primary key,
  blueprint_id bigint not null,
  state varchar(20) not null,
  on_day date not null comment 'law versions were in force on it',
  content longtext not null comment 'JSON: lines, demands, and the item versions by form and line',
  made_by bigint comment 'null: the program itself',
  made_at datetime(3) not null,
  decided_by bigint,
  decided_at datetime(3),
  version integer not null,
  key form_set_blueprint (blueprint_id, id),
  constraint form_set_blueprint foreign key (blueprint_id) references blueprint (id),
  constraint form_set_maker foreign key (made_by) references account (id),
  constraint form_set_decider foreign key (decided_by) references account (id)
);

alter table blueprint add column form_set_id bigint comment 'exams that are scheduled now use these forms; null: papers are drawn at random', add constraint blueprint_forms foreign key (form_set_id) references form_set (id);

create table item_exclusion (
  first_item_id bigint not null comment 'the smaller id',
  second_item_id bigint not null,
  reason varchar(200) not null,
  made_by bigint not null,
  made_at datetime(3) not null,
  primary key (first_item_id, second_item_id),
  key item_exclusion_second (second_item_id),
  constraint item_exclusion_first foreign key (first_item_id) references item (id),
  constraint item_exclusion_second foreign key (second_item_id) references item (id),
  constraint item_exclusion_order check (first_item_id < second_item_id),
  constraint item_exclusion_maker foreign key (made_by) references account (id)
);

-- Exposure: the share of an exam's papers on which the item is expected, in thousandths.
create table item_exposure (
  pool_id bigint not null,
  item_id bigint not null,
  rate integer not null,
  on_day date not null comment 'that the exam opens',
  primary key (pool_id, item_id),
  key item_exposure_item (item_id, on_day),
  constraint item_exposure_pool foreign key (pool_id) references paper_pool (id),
  constraint item_exposure_item foreign key (item_id) references item (id)
);
