-- All item types: what ORDER, MATCH, SHORT_TEXT and CASE have beside the others.

alter table item_version
  add column left_options longtext comment 'JSON [{"key","text"}], the left column of MATCH',
  add column parts longtext comment 'JSON, the questions of a CASE',
  add column own_marks integer comment 'tenths: what a CASE or SHORT_TEXT is worth wherever it stands';
