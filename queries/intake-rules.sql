-- intake-rules: How often was each rule met?
-- parameters: none
-- result: one row a rule and severity, errors first
--   severity VARCHAR  error, warning or note
--   rule VARCHAR  the rule
--   findings BIGINT  findings
--   rows BIGINT  rows they are true of; a row may be met by several rules

select severity, rule, count(*) as findings, sum(rows)::bigint as rows
from finding
group by severity, rule
order by case severity when 'error' then 1 when 'warning' then 2 else 3 end, findings desc, rule
