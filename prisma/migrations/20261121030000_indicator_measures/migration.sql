-- What the texts of indicators say in numbers, and the money that evaluations print. Null in rows of before: "met" until the program
-- judges them, the rest until a newer reader reads the document.

ALTER TABLE "Evaluation" ADD COLUMN "amounts" JSONB;

ALTER TABLE "Evaluation" ADD COLUMN "executionBase" TEXT COLLATE "C";

ALTER TABLE "Evaluation" ADD CONSTRAINT "Evaluation_executionBase_check" CHECK ("executionBase" IN ('ORIGINAL_BUDGET', 'REVISED_BUDGET', 'OUTTURN'));

ALTER TABLE "PerformanceIndicator" ADD COLUMN "inferredName" TEXT COLLATE "C";

ALTER TABLE "PerformanceIndicator" ADD COLUMN "met" BOOLEAN;

ALTER TABLE "PerformanceIndicator" ADD COLUMN "measuresVersion" INTEGER;
