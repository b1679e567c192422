-- intake-find-amounts: Which rows hold an amount that cannot be read, or not to the penny?
-- parameters: none
-- result: one row
--   Count BIGINT  findings added: one a row for an error, one a table and rule for a warning or note

insert into finding
select odd.severity, odd.rule, m.part, min(m.row), any_value(heading.header), min_by(m.amount, m.row), odd.message,
  odd.repair, count(*)
from mapped as m
join odd_amount as odd on odd.text = coalesce(m.amount, '')
left join heading on heading.part = m.part and heading.meaning = 'amount'
where odd.severity is not null and m.mark is distinct from 'total'
group by odd.severity, odd.rule, m.part, odd.message, odd.repair,
  case when odd.severity = 'error' then m.row end
