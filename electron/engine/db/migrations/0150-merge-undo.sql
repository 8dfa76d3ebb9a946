-- A decision on a conflict can be undone: undoes names the act of the decision that a row takes back. Such a row repeats what was decided.
ALTER TABLE merge_decision ADD COLUMN undoes TEXT;
CREATE INDEX merge_decision_undoes ON merge_decision (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX merge_decision_other ON merge_decision (to_rater_id) WHERE to_rater_id IS NOT NULL;
CREATE INDEX merge_decision_kind ON merge_decision (kind, subject);

-- The text of a rubric, by its name and digest, that an event was made under, where this project has the version with another text and
-- the lead took it in nevertheless.
ALTER TABLE merged_event ADD COLUMN accepted TEXT;
CREATE INDEX merged_event_accepted ON merged_event (accepted) WHERE accepted IS NOT NULL;

-- What the lead decided and did not undo.
CREATE VIEW standing_decision AS
SELECT d.id, d.act, d.kind, d.rater_id, d.item_id, d.occasion, d.journal_id, d.to_rater_id, d.subject, d.after_event, d.actor, d.at
FROM merge_decision d
WHERE d.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM merge_decision u WHERE u.undoes = d.act);

-- Journals of which nothing counts under a rater: what came of them is another's. Undoing that gives it back from the other.
CREATE VIEW given_away AS
SELECT rater_id, journal_id FROM (
  SELECT rater_id, journal_id, is_away, max(id) FROM (
    SELECT id, rater_id, journal_id, undoes IS NULL AS is_away FROM merge_decision WHERE kind = 'another'
    UNION ALL
    SELECT id, to_rater_id, journal_id, undoes IS NOT NULL FROM merge_decision WHERE kind = 'another')
  GROUP BY rater_id, journal_id)
WHERE is_away;

-- Texts of rubrics that were accepted, and are not any more.
CREATE VIEW withdrawn_rubric AS
SELECT subject FROM (
  SELECT subject, undoes IS NOT NULL AS is_away, max(id) FROM merge_decision WHERE kind = 'accept' GROUP BY subject)
WHERE is_away;
