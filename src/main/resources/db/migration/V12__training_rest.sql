-- What was left of training: the calendar counts places and people from the index alone.

create index enrolment_state on enrolment (session_id, state);
create index attendance_state on attendance (session_id, state);

alter table attempt add column void_uses boolean not null default false comment 'voided, it still is one of the officer''s attempts' after void_reason;
