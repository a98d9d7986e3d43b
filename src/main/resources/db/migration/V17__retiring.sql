-- When somebody will retire, as far as the birth date tells: only a reminder. The age is the lower bound, and what is not settled is marked.
insert into certificate_setting (name, value, source, verified, valid_from, created_at) values
  ('RETIRE_MALE_MONTHS', '720', '男职工原法定退休年龄六十周岁；2025年起按《国务院关于渐进式延迟法定退休年龄的办法》逐步延后，每人的月份以组织人社部门核定为准，待核。只用于提醒。', false, '2000-01-01', utc_timestamp(3)),
  ('RETIRE_FEMALE_MONTHS', '660', '女干部原法定退休年龄五十五周岁；2025年起逐步延后，每人的月份以组织人社部门核定为准，待核。只用于提醒。', false, '2000-01-01', utc_timestamp(3));
