-- classes: What are the classes of local control?
-- parameters: none
-- result: one row a class, 1 to 7
--   class INTEGER  1 locally decided to 7 national, not attributable
--   name VARCHAR  name
--   meaning VARCHAR  definition

select class, name, meaning from control_class order by class
