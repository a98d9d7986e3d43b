-- What the program tells people: in the program, and by e-mail where they switched it on.

create table notice (
  id bigint not null auto_increment primary key,
  account_id bigint not null,
  kind varchar(60) not null comment 'names the texts notice.<kind>.title and notice.<kind>.body',
  args varchar(4000) not null comment 'JSON array of texts that are put into both',
  link varchar(500) comment 'path of a page of ours',
  told_at datetime(3) not null,
  read_at datetime(3),
  version integer not null default 0,
  key notice_account (account_id, id),
  key notice_unread (account_id, read_at),
  constraint notice_account foreign key (account_id) references account (id)
);

create table mail_address (
  account_id bigint not null primary key,
  address varchar(254) not null,
  switched_on boolean not null,
  changed_at datetime(3) not null,
  version integer not null,
  constraint mail_address_account foreign key (account_id) references account (id)
);

create table outgoing_mail (
  id bigint not null auto_increment primary key,
  account_id bigint comment 'null for somebody outside',
  address varchar(254) not null,
  name varchar(100) not null,
  kind varchar(60) not null,
  args varchar(4000) not null,
  link varchar(500),
  state varchar(20) not null comment 'WAITING, SENT, FAILED, or DROPPED: no longer entitled',
  attempts integer not null default 0,
  queued_at datetime(3) not null,
  next_at datetime(3) not null,
  sent_at datetime(3),
  trouble varchar(500),
  version integer not null default 0,
  key outgoing_mail_due (state, next_at),
  constraint outgoing_mail_account foreign key (account_id) references account (id)
);
