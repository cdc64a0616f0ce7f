-- What comparisons ask for most, made when a report is stored. Made of the rows of reports alone, so that it can be made anew:
-- a department without a row in "ReadyDepartment" has none yet.

CREATE TABLE "ReadyDepartment" (
  "departmentId" TEXT COLLATE "C" NOT NULL,
  "version" INTEGER NOT NULL,
  CONSTRAINT "ReadyDepartment_pkey" PRIMARY KEY ("departmentId"),
  CONSTRAINT "ReadyDepartment_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department" ("id")
    ON DELETE CASCADE ON UPDATE RESTRICT
);

CREATE TABLE "DepartmentFigure" (
  "departmentId" TEXT COLLATE "C" NOT NULL,
  "year" INTEGER NOT NULL,
  "stage" TEXT COLLATE "C" NOT NULL,
  "measure" TEXT COLLATE "C" NOT NULL,
  "districtCode" TEXT COLLATE "C" NOT NULL,
  "fen" NUMERIC,
  "status" TEXT COLLATE "C" NOT NULL,
  "origin" TEXT COLLATE "C" NOT NULL,
  "scope" TEXT COLLATE "C" NOT NULL,
  "flaws" JSONB,
  "previous" NUMERIC,
  "growth" NUMERIC,
  CONSTRAINT "DepartmentFigure_pkey" PRIMARY KEY ("departmentId", "year", "stage", "measure"),
  CONSTRAINT "DepartmentFigure_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department" ("id")
    ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "DepartmentFigure_stage_check" CHECK ("stage" IN ('ORIGINAL_BUDGET', 'REVISED_BUDGET', 'OUTTURN')),
  CONSTRAINT "DepartmentFigure_status_check" CHECK ("status" IN ('REPORTED', 'DERIVED', 'FROM_NARRATIVE')),
  CONSTRAINT "DepartmentFigure_origin_check" CHECK ("origin" IN ('FINAL_ACCOUNTS', 'BUDGET', 'TEXT'))
);

-- Columns of one measure, year and stage; the greatest growth first, those without one last.
CREATE INDEX "DepartmentFigure_growth_idx" ON "DepartmentFigure"
  ("year", "stage", "measure", "growth" DESC NULLS LAST, "districtCode", "departmentId") INCLUDE ("fen", "previous");

CREATE TABLE "DistrictFigure" (
  "districtCode" TEXT COLLATE "C" NOT NULL,
  "year" INTEGER NOT NULL,
  "stage" TEXT COLLATE "C" NOT NULL,
  "measure" TEXT COLLATE "C" NOT NULL,
  "fen" NUMERIC,
  "departmentIds" TEXT[] COLLATE "C" NOT NULL,
  "status" TEXT COLLATE "C" NOT NULL,
  "isPrinted" BOOLEAN NOT NULL,
  "scopes" TEXT[] COLLATE "C" NOT NULL,
  "flaws" JSONB,
  CONSTRAINT "DistrictFigure_pkey" PRIMARY KEY ("districtCode", "year", "stage", "measure"),
  CONSTRAINT "DistrictFigure_districtCode_fkey" FOREIGN KEY ("districtCode") REFERENCES "District" ("code")
    ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "DistrictFigure_stage_check" CHECK ("stage" IN ('ORIGINAL_BUDGET', 'REVISED_BUDGET', 'OUTTURN')),
  CONSTRAINT "DistrictFigure_status_check" CHECK ("status" IN ('REPORTED', 'DERIVED', 'FROM_NARRATIVE'))
);
