-- intake-add-finding: What was found outside the tables?
-- parameters
--   severity, rule, part, row, header, value, message, repair, rows   columns of a finding
-- result: one row
--   Count BIGINT  findings added

insert into finding values ($severity, $rule, $part, $row, $header, $value, $message, $repair, $rows)
