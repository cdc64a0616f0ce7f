-- Releases that are kept: those in which a report was current, and since which one is there what reports lead to. Of the releases of
-- before only the newest can be kept: what was there now was there in it, whenever it came. And the questions of comparisons.

ALTER TABLE "Release" ADD COLUMN "kept" BOOLEAN NOT NULL DEFAULT FALSE;

UPDATE "Release" SET "kept" = TRUE WHERE "number" = (SELECT max("number") FROM "Release");

ALTER TABLE "Release" ALTER COLUMN "kept" DROP DEFAULT;

ALTER TABLE "Report" ADD COLUMN "currentFrom" INTEGER;

ALTER TABLE "Report" ADD COLUMN "currentUntil" INTEGER;

UPDATE "Report" SET "currentFrom" = 0, "currentUntil" = CASE WHEN "status" = 'CURRENT' THEN NULL ELSE 0 END;

CREATE INDEX "Report_currentFrom_idx" ON "Report" ("currentFrom");

CREATE INDEX "Report_currentUntil_idx" ON "Report" ("currentUntil");

ALTER TABLE "District" ADD COLUMN "sinceRelease" INTEGER;

ALTER TABLE "Department" ADD COLUMN "sinceRelease" INTEGER;

ALTER TABLE "FiscalYear" ADD COLUMN "sinceRelease" INTEGER;

ALTER TABLE "Account" ADD COLUMN "sinceRelease" INTEGER;

ALTER TABLE "AccountSpelling" ADD COLUMN "sinceRelease" INTEGER;

UPDATE "District" SET "sinceRelease" = 0;

UPDATE "Department" SET "sinceRelease" = 0;

UPDATE "FiscalYear" SET "sinceRelease" = 0;

UPDATE "Account" SET "sinceRelease" = 0;

UPDATE "AccountSpelling" SET "sinceRelease" = 0;

CREATE TABLE "Question" (
  "id" TEXT COLLATE "C" NOT NULL,
  "input" TEXT COLLATE "C" NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "Question_createdAt_id_idx" ON "Question" ("createdAt", "id");
