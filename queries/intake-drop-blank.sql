-- intake-drop-blank: Which cells of tables with amounts across several columns say nothing?
-- parameters: none
-- result: one row
--   Count BIGINT  amounts taken out, each of a blank cell

delete from mapped where amount is null and part in (select part from said)
