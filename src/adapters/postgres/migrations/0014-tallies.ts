/**
 * What is told of a project's living entries beside how many there are (see talliesOf), without the kind before each
 * key, kept in step by every write.
 */
export const tallies = [
  "ALTER TABLE backlot.project_counts ADD COLUMN tallies jsonb NOT NULL DEFAULT '{}'",
  // Whole, as entries are: see 0007.
  "ALTER TABLE backlot.project_counts SET (toast_tuple_target = 8160)",

  // One row for each project and kind that a write changes. What comes to nothing is dropped.
  `CREATE FUNCTION backlot.add_totals(p_rows jsonb) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO backlot.project_counts AS c (project_id, kind, living, tallies)
      SELECT x.project_id, x.kind, x.living, coalesce(x.tallies, '{}')
        FROM jsonb_to_recordset(p_rows) AS x(project_id text, kind text, living integer, tallies jsonb)
      ON CONFLICT (project_id, kind) DO UPDATE SET
        living = c.living + excluded.living,
        tallies = jsonb_strip_nulls(c.tallies || (
          SELECT coalesce(jsonb_object_agg(s.key, nullif(coalesce((c.tallies->>s.key)::integer, 0) + s.value::integer, 0)), '{}')
            FROM jsonb_each_text(excluded.tallies) AS s));
  END $$`,
  // The rows with their history are written as before; a process that knows of no tallies still counts through them.
  "ALTER FUNCTION backlot.write_bible(jsonb) RENAME TO write_bible_rows",
  `CREATE FUNCTION backlot.write_bible(p jsonb) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM backlot.write_bible_rows(p);
    IF p ? 'totals' THEN PERFORM backlot.add_totals(p->'totals'); END IF;
  END $$`,

  // What was written before there were any, counted as talliesOf counts what is written now.
  `UPDATE backlot.project_counts c SET tallies = counted.tallies
  FROM (
    WITH living AS (
      SELECT id, project_id, kind, doc->>'status' IN ('confirmed', 'locked') AS confirmed, doc->'facts' AS facts
        FROM backlot.entries WHERE living
    ), told AS (
      SELECT l.id, l.project_id, l.kind, l.confirmed, f.key AS field, f.value AS fact
        FROM living l CROSS JOIN LATERAL jsonb_each(l.facts) AS f
    ), valued AS (
      SELECT project_id, kind, confirmed, field || '=' || (fact->>'value') AS value FROM told
        WHERE (kind, field) IN (
          ('character', 'role'), ('scene', 'int_ext'), ('location', 'int_ext'), ('relationship', 'type'))
    ), named AS (
      SELECT project_id, kind, 'confirmed' AS name FROM living WHERE confirmed
      UNION ALL SELECT project_id, kind, 'facts' FROM told
      UNION ALL SELECT project_id, kind, 'evidenced' FROM told WHERE fact ? 'evidence'
      UNION ALL SELECT project_id, kind, 'is ' || value FROM valued
      UNION ALL SELECT project_id, kind, 'confirmed ' || value FROM valued WHERE confirmed
      UNION ALL SELECT project_id, kind, 'has ' || field FROM (
        SELECT DISTINCT project_id, kind, id, unnest(CASE
            WHEN kind = 'character' AND field IN ('age', 'age_range') THEN ARRAY['age', 'age_range']
            WHEN kind = 'scene' AND field IN ('location', 'set') THEN ARRAY['location', 'set']
            ELSE ARRAY[field] END) AS field
          FROM told) AS filled
    ), summed AS (
      SELECT project_id, kind, name, count(*) AS entries FROM named GROUP BY project_id, kind, name
    )
    SELECT project_id, kind, jsonb_object_agg(name, entries) AS tallies FROM summed GROUP BY project_id, kind
  ) AS counted
  WHERE c.project_id = counted.project_id AND c.kind = counted.kind`,
];
