-- What the narrative states, and what came of checking a report by its rules.

CREATE TABLE "ReportedFact" (
  "departmentId" TEXT COLLATE "C" NOT NULL,
  "id" TEXT COLLATE "C" NOT NULL,
  "reportId" TEXT COLLATE "C" NOT NULL,
  "position" INTEGER NOT NULL,
  "metric" TEXT COLLATE "C",
  "accountId" TEXT COLLATE "C",
  "accountCode" TEXT COLLATE "C",
  "label" TEXT COLLATE "C" NOT NULL,
  "kind" TEXT COLLATE "C" NOT NULL,
  "base" TEXT COLLATE "C",
  "stage" TEXT COLLATE "C",
  "factYear" INTEGER NOT NULL,
  "value" NUMERIC NOT NULL,
  "valueUnit" TEXT COLLATE "C" NOT NULL,
  "sourceTable" TEXT COLLATE "C",
  "sourceSection" TEXT COLLATE "C",
  "sourceLine" INTEGER NOT NULL,
  "sourcePage" INTEGER,
  "sourceText" TEXT COLLATE "C" NOT NULL,
  "districtCode" TEXT COLLATE "C" NOT NULL,
  "year" INTEGER NOT NULL,
  "current" BOOLEAN NOT NULL,
  CONSTRAINT "ReportedFact_pkey" PRIMARY KEY ("departmentId", "id"),
  CONSTRAINT "ReportedFact_metric_check" CHECK ("metric" IN ('TOTAL_REVENUE', 'TOTAL_EXPENDITURE', 'REVENUE', 'EXPENDITURE', 'APPROPRIATION_REVENUE', 'OTHER_REVENUE', 'OPENING_BALANCE', 'CLOSING_BALANCE', 'BASIC_EXPENDITURE', 'PROJECT_EXPENDITURE', 'PERSONNEL_EXPENDITURE', 'OPERATING_EXPENDITURE', 'GENERAL_PUBLIC_EXPENDITURE', 'GOVERNMENT_FUND_EXPENDITURE', 'STATE_CAPITAL_EXPENDITURE', 'THREE_OFFICIAL_EXPENSES', 'TRAVEL_ABROAD', 'VEHICLE_EXPENSES', 'VEHICLE_PURCHASE', 'VEHICLE_RUNNING', 'HOSPITALITY', 'TRAVEL_GROUP_COUNT', 'TRAVELLER_COUNT', 'VEHICLE_COUNT', 'RECEPTION_COUNT', 'GUEST_COUNT', 'MEETINGS', 'TRAINING', 'AGENCY_RUNNING_COSTS', 'PROCUREMENT', 'PROCUREMENT_GOODS', 'PROCUREMENT_WORKS', 'PROCUREMENT_SERVICES', 'PROCUREMENT_SMALL_FIRMS', 'NON_TAX_REVENUE', 'INDICATOR_COUNT', 'INDICATORS_MET', 'INDICATOR_WEIGHT', 'INDICATOR_SCORE')),
  CONSTRAINT "ReportedFact_kind_check" CHECK ("kind" IN ('AMOUNT', 'CHANGE', 'CHANGE_RATE', 'COMPLETION', 'SHARE', 'COUNT')),
  CONSTRAINT "ReportedFact_base_check" CHECK ("base" IN ('PREVIOUS_YEAR', 'ORIGINAL_BUDGET', 'REVISED_BUDGET', 'WHOLE')),
  CONSTRAINT "ReportedFact_stage_check" CHECK ("stage" IN ('ORIGINAL_BUDGET', 'REVISED_BUDGET', 'OUTTURN')),
  CONSTRAINT "ReportedFact_departmentId_reportId_fkey" FOREIGN KEY ("departmentId", "reportId") REFERENCES "Report" ("departmentId", "id") ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT "ReportedFact_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE UNIQUE INDEX "ReportedFact_departmentId_reportId_position_key" ON "ReportedFact" ("departmentId", "reportId", "position");

CREATE INDEX "ReportedFact_accountId_idx" ON "ReportedFact" ("accountId");

CREATE INDEX "ReportedFact_metric_factYear_idx" ON "ReportedFact" ("metric", "factYear");

CREATE TABLE "Finding" (
  "departmentId" TEXT COLLATE "C" NOT NULL,
  "id" TEXT COLLATE "C" NOT NULL,
  "reportId" TEXT COLLATE "C" NOT NULL,
  "position" INTEGER NOT NULL,
  "rule" TEXT COLLATE "C" NOT NULL,
  "kind" TEXT COLLATE "C" NOT NULL,
  "outcome" TEXT COLLATE "C" NOT NULL,
  "message" TEXT COLLATE "C" NOT NULL,
  "expected" NUMERIC,
  "actual" NUMERIC,
  "difference" NUMERIC,
  "tolerance" NUMERIC,
  "unit" TEXT COLLATE "C" NOT NULL,
  "statements" TEXT[] COLLATE "C" NOT NULL,
  "accountCodes" TEXT[] COLLATE "C" NOT NULL,
  "lineItemIds" TEXT[] COLLATE "C" NOT NULL,
  "factIds" TEXT[] COLLATE "C" NOT NULL,
  "sourceTable" TEXT COLLATE "C",
  "sourceSection" TEXT COLLATE "C",
  "sourceLine" INTEGER NOT NULL,
  "sourcePage" INTEGER,
  "sourceText" TEXT COLLATE "C" NOT NULL,
  "districtCode" TEXT COLLATE "C" NOT NULL,
  "year" INTEGER NOT NULL,
  "current" BOOLEAN NOT NULL,
  CONSTRAINT "Finding_pkey" PRIMARY KEY ("departmentId", "id"),
  CONSTRAINT "Finding_kind_check" CHECK ("kind" IN ('ROW', 'TREE', 'TABLE', 'CROSS_TABLE', 'CROSS_CLASSIFICATION', 'NARRATIVE', 'INDICATOR', 'TEMPLATE_TEXT')),
  CONSTRAINT "Finding_outcome_check" CHECK ("outcome" IN ('EXACT', 'ROUNDING', 'BROKEN', 'NOT_EVALUABLE')),
  CONSTRAINT "Finding_unit_check" CHECK ("unit" IN ('YUAN', 'WAN_YUAN', 'YI_YUAN', 'YUAN_PER_CAPITA', 'RATIO', 'PERCENT', 'INDEX', 'COUNT', 'POINTS')),
  CONSTRAINT "Finding_departmentId_reportId_fkey" FOREIGN KEY ("departmentId", "reportId") REFERENCES "Report" ("departmentId", "id") ON DELETE CASCADE ON UPDATE RESTRICT
);

CREATE UNIQUE INDEX "Finding_departmentId_reportId_position_key" ON "Finding" ("departmentId", "reportId", "position");

-- Most identities hold; what is asked for is what does not.
CREATE INDEX "Finding_broken_idx" ON "Finding" ("departmentId", "reportId") WHERE "outcome" = 'BROKEN';
