-- The law library: versions with their papers, texts and articles; what items cite; items whose law has moved.

alter table law_version
  add column title varchar(200) comment 'as printed, 中华人民共和国行政处罚法',
  add column document_number varchar(100),
  add column promulgated date,
  add column source varchar(500),
  add column replaces_id bigint comment 'the version before it',
  add column text_id bigint comment 'the text that holds; null: nothing of it is known',
  add column row_version integer not null default 0,
  add constraint law_version_replaces foreign key (replaces_id) references law_version (id);

create table law_text (
  id bigint not null auto_increment primary key,
  law_version_id bigint not null,
  number integer not null comment '0: only what items quote; from 1: imported, the newest holds, the others show what was',
  articles integer not null,
  note text comment 'what stands between title and first article: who passed it when',
  file_name varchar(200),
  file_hash binary(32),
  imported_by bigint,
  imported_by_name varchar(60),
  imported_at datetime(3) not null,
  unique key law_text_number (law_version_id, number),
  constraint law_text_version foreign key (law_version_id) references law_version (id)
);
alter table law_version add constraint law_version_text foreign key (text_id) references law_text (id);

create table law_article (
  id bigint not null auto_increment primary key,
  law_text_id bigint not null,
  kind varchar(20) not null comment 'PREAMBLE, ARTICLE, POINT, ANNEX',
  number integer not null,
  sub integer not null default 0 comment '第十条之一: 1',
  label varchar(60) not null comment 'as printed, 第十条之一',
  position integer not null,
  part varchar(500) not null comment 'the headings above it, outermost first, a line each',
  text longtext not null comment 'a line each paragraph 款 and item 项',
  text_hash binary(32) not null comment 'without white space',
  valid_from date comment 'where it differs from the version''s',
  valid_to date,
  unique key law_article_number (law_text_id, kind, number, sub),
  constraint law_article_text foreign key (law_text_id) references law_text (id)
);

-- bank -----------------------------------------------------------------------------------------------------------------

alter table item_version add column recited_from bigint comment 'the wording it repeats with newer articles: a question file that still has that one changes nothing',
  add constraint item_version_recited foreign key (recited_from) references item_version (id);

create table item_citation (
  id bigint not null auto_increment primary key,
  item_version_id bigint not null,
  position integer not null,
  law varchar(100) not null,
  law_name varchar(40) not null comment 'of the version',
  law_version_id bigint comment 'null: not in the library',
  article integer not null,
  sub integer not null default 0,
  quote varchar(200) not null,
  result varchar(20) not null comment 'of the quote check: STANDS, NOT_IN_ARTICLE, NO_ARTICLE, NO_QUOTE, NO_TEXT, NO_LAW',
  checked_at datetime(3) not null,
  unique key item_citation_place (item_version_id, position),
  key item_citation_article (law_version_id, article, sub),
  constraint item_citation_version foreign key (item_version_id) references item_version (id),
  constraint item_citation_law foreign key (law_version_id) references law_version (id)
);

create table item_flag (
  id bigint not null auto_increment primary key,
  item_id bigint not null,
  item_version_id bigint not null,
  cause varchar(20) not null comment 'LAPSED, ARTICLE_LAPSED, CHANGED, QUOTE',
  cause_id bigint not null comment 'of the text that changed it; 0 for a lapse: found once',
  law_version_id bigint not null comment 'that is cited',
  article integer not null,
  sub integer not null,
  quote varchar(200) not null,
  successor_id bigint comment 'the version in force instead',
  old_article_id bigint,
  new_article_id bigint,
  same_text boolean not null,
  quote_stands boolean comment 'in the new article; null: its text is not known',
  since date not null comment 'from this day it is drawn no more',
  found_at datetime(3) not null,
  state varchar(20) not null comment 'OPEN, TO_CHANGE, KEPT, CHANGED, RETIRED',
  reason varchar(500),
  decided_by bigint,
  decided_by_name varchar(60),
  decided_at datetime(3),
  version integer not null default 0,
  unique key item_flag_once (item_version_id, law_version_id, article, sub, cause, cause_id),
  key item_flag_state (state, item_id),
  constraint item_flag_item foreign key (item_id) references item (id),
  constraint item_flag_item_version foreign key (item_version_id) references item_version (id),
  constraint item_flag_law foreign key (law_version_id) references law_version (id),
  constraint item_flag_successor foreign key (successor_id) references law_version (id),
  constraint item_flag_old foreign key (old_article_id) references law_article (id),
  constraint item_flag_new foreign key (new_article_id) references law_article (id)
);
