-- The first tables. Text sorts by code point ("C") on every store, so that order and cursors are the same everywhere.

-- Reference tables: small, the same on every node of a distributed store.

CREATE TABLE "District" (
  "code" TEXT COLLATE "C" NOT NULL,
  "name" TEXT COLLATE "C" NOT NULL,
  "nameEn" TEXT COLLATE "C" NOT NULL,
  "parentCode" TEXT COLLATE "C",
  CONSTRAINT "District_pkey" PRIMARY KEY ("code"),
  CONSTRAINT "District_code_check" CHECK ("code" ~ '^[0-9]{6}$'),
  CONSTRAINT "District_parentCode_fkey" FOREIGN KEY ("parentCode") REFERENCES "District" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE INDEX "District_parentCode_idx" ON "District" ("parentCode");

CREATE TABLE "Department" (
  "id" TEXT COLLATE "C" NOT NULL,
  "districtCode" TEXT COLLATE "C" NOT NULL,
  "name" TEXT COLLATE "C" NOT NULL,
  "body" TEXT COLLATE "C" NOT NULL,
  "formerNames" TEXT[] COLLATE "C" NOT NULL,
  CONSTRAINT "Department_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Department_districtCode_fkey" FOREIGN KEY ("districtCode") REFERENCES "District" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE INDEX "Department_districtCode_id_idx" ON "Department" ("districtCode", "id");

CREATE TABLE "FiscalYear" (
  "year" INTEGER NOT NULL,
  CONSTRAINT "FiscalYear_pkey" PRIMARY KEY ("year")
);

CREATE TABLE "Account" (
  "id" TEXT COLLATE "C" NOT NULL,
  "classification" TEXT COLLATE "C" NOT NULL,
  "edition" INTEGER NOT NULL,
  "key" TEXT COLLATE "C" NOT NULL,
  "code" TEXT COLLATE "C",
  "level" TEXT COLLATE "C",
  "lastYear" INTEGER,
  "name" TEXT COLLATE "C",
  "parentId" TEXT COLLATE "C",
  CONSTRAINT "Account_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Account_classification_check" CHECK ("classification" IN ('FUNCTIONAL', 'ECONOMIC', 'REVENUE', 'BALANCE')),
  CONSTRAINT "Account_level_check" CHECK ("level" IN ('CATEGORY', 'GROUP', 'ITEM')),
  CONSTRAINT "Account_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE UNIQUE INDEX "Account_classification_key_edition_key" ON "Account" ("classification", "key", "edition");

CREATE INDEX "Account_parentId_idx" ON "Account" ("parentId");

CREATE TABLE "AccountSpelling" (
  "id" TEXT COLLATE "C" NOT NULL,
  "accountId" TEXT COLLATE "C" NOT NULL,
  "name" TEXT COLLATE "C" NOT NULL,
  "uncertain" BOOLEAN NOT NULL,
  CONSTRAINT "AccountSpelling_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "AccountSpelling_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE RESTRICT
);

CREATE INDEX "AccountSpelling_accountId_idx" ON "AccountSpelling" ("accountId");

-- Growing tables: departmentId begins every key.

CREATE TABLE "Report" (
  "departmentId" TEXT COLLATE "C" NOT NULL,
  "id" TEXT COLLATE "C" NOT NULL,
  "districtCode" TEXT COLLATE "C" NOT NULL,
  "kind" TEXT COLLATE "C" NOT NULL,
  "year" INTEGER NOT NULL,
  "unitScope" TEXT COLLATE "C" NOT NULL,
  "revision" INTEGER NOT NULL,
  "status" TEXT COLLATE "C" NOT NULL,
  "supersedesId" TEXT COLLATE "C",
  "title" TEXT COLLATE "C" NOT NULL,
  "departmentName" TEXT COLLATE "C" NOT NULL,
  "sha256" TEXT COLLATE "C" NOT NULL,
  "placeInDocument" INTEGER NOT NULL,
  "readerVersion" INTEGER NOT NULL,
  "statements" JSONB NOT NULL,
  "lineItemCount" INTEGER NOT NULL,
  "contentDigest" TEXT COLLATE "C" NOT NULL,
  "importedAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "Report_pkey" PRIMARY KEY ("departmentId", "id"),
  CONSTRAINT "Report_kind_check" CHECK ("kind" IN ('BUDGET', 'FINAL_ACCOUNTS')),
  CONSTRAINT "Report_unitScope_check" CHECK ("unitScope" IN ('DEPARTMENT', 'PROPER') OR "unitScope" LIKE 'UNIT:_%'),
  CONSTRAINT "Report_revision_check" CHECK ("revision" >= 1),
  CONSTRAINT "Report_status_check" CHECK ("status" IN ('CURRENT', 'SUPERSEDED')),
  CONSTRAINT "Report_sha256_check" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  CONSTRAINT "Report_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "Report_year_fkey" FOREIGN KEY ("year") REFERENCES "FiscalYear" ("year") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "Report_departmentId_supersedesId_fkey" FOREIGN KEY ("departmentId", "supersedesId") REFERENCES "Report" ("departmentId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE UNIQUE INDEX "Report_departmentId_year_kind_unitScope_revision_key" ON "Report" ("departmentId", "year", "kind", "unitScope", "revision");

-- Of the publications for one department, year, kind and unit scope one is current.
CREATE UNIQUE INDEX "Report_current_key" ON "Report" ("departmentId", "year", "kind", "unitScope") WHERE "status" = 'CURRENT';

CREATE INDEX "Report_departmentId_supersedesId_idx" ON "Report" ("departmentId", "supersedesId");

CREATE INDEX "Report_year_id_idx" ON "Report" ("year", "id");

CREATE INDEX "Report_districtCode_year_idx" ON "Report" ("districtCode", "year");

CREATE TABLE "LineItem" (
  "departmentId" TEXT COLLATE "C" NOT NULL,
  "id" TEXT COLLATE "C" NOT NULL,
  "reportId" TEXT COLLATE "C" NOT NULL,
  "position" INTEGER NOT NULL,
  "accountId" TEXT COLLATE "C" NOT NULL,
  "statement" TEXT COLLATE "C" NOT NULL,
  "side" TEXT COLLATE "C",
  "row" INTEGER NOT NULL,
  "flow" TEXT COLLATE "C",
  "stage" TEXT COLLATE "C" NOT NULL,
  "fund" TEXT COLLATE "C",
  "part" TEXT COLLATE "C",
  "column" INTEGER NOT NULL,
  "columnLabel" TEXT COLLATE "C" NOT NULL,
  "label" TEXT COLLATE "C" NOT NULL,
  "labelUncertain" BOOLEAN NOT NULL,
  "leaf" BOOLEAN NOT NULL,
  "unitName" TEXT COLLATE "C",
  "amount" BIGINT NOT NULL,
  "amountUnit" TEXT COLLATE "C" NOT NULL,
  "amountDecimals" INTEGER NOT NULL,
  "sourceTable" TEXT COLLATE "C",
  "sourceSection" TEXT COLLATE "C",
  "sourceLine" INTEGER NOT NULL,
  "sourcePage" INTEGER,
  "sourceText" TEXT COLLATE "C" NOT NULL,
  "districtCode" TEXT COLLATE "C" NOT NULL,
  "year" INTEGER NOT NULL,
  "kind" TEXT COLLATE "C" NOT NULL,
  "unitScope" TEXT COLLATE "C" NOT NULL,
  "current" BOOLEAN NOT NULL,
  "classification" TEXT COLLATE "C" NOT NULL,
  "accountCode" TEXT COLLATE "C",
  "accountKey" TEXT COLLATE "C" NOT NULL,
  "level" TEXT COLLATE "C",
  CONSTRAINT "LineItem_pkey" PRIMARY KEY ("departmentId", "id"),
  CONSTRAINT "LineItem_statement_check" CHECK ("statement" IN ('REVENUE_EXPENDITURE_SUMMARY', 'REVENUE', 'EXPENDITURE', 'APPROPRIATION_SUMMARY', 'GENERAL_PUBLIC_EXPENDITURE', 'GENERAL_PUBLIC_BASIC_EXPENDITURE', 'GENERAL_PUBLIC_PROJECT_EXPENDITURE', 'THREE_OFFICIAL_EXPENSES', 'GOVERNMENT_FUND', 'STATE_CAPITAL', 'NON_TAX_REVENUE', 'BASIC_EXPENDITURE_BY_UNIT', 'PROJECT_EXPENDITURE_BY_UNIT')),
  CONSTRAINT "LineItem_side_check" CHECK ("side" IN ('REVENUE', 'EXPENDITURE', 'PERSONNEL', 'OPERATING')),
  CONSTRAINT "LineItem_flow_check" CHECK ("flow" IN ('REVENUE', 'EXPENDITURE')),
  CONSTRAINT "LineItem_stage_check" CHECK ("stage" IN ('ORIGINAL_BUDGET', 'REVISED_BUDGET', 'OUTTURN')),
  CONSTRAINT "LineItem_fund_check" CHECK ("fund" IN ('ALL', 'APPROPRIATION', 'GENERAL_PUBLIC', 'GOVERNMENT_FUND', 'STATE_CAPITAL', 'GRANT_FROM_ABOVE', 'SERVICE', 'COMMERCIAL', 'REMITTANCE', 'OTHER', 'TREASURY', 'FISCAL_ACCOUNT', 'EDUCATION_FEES', 'OTHER_FISCAL_ACCOUNT', 'OWN_FUNDS', 'BALANCES_USED')),
  CONSTRAINT "LineItem_part_check" CHECK ("part" IN ('TOTAL', 'BASIC', 'PROJECT', 'COMMERCIAL', 'TO_ABOVE', 'TO_SUBORDINATES', 'OPENING', 'CLOSING')),
  CONSTRAINT "LineItem_amountUnit_check" CHECK ("amountUnit" IN ('YUAN', 'QIAN_YUAN', 'WAN_YUAN', 'YI_YUAN')),
  CONSTRAINT "LineItem_kind_check" CHECK ("kind" IN ('BUDGET', 'FINAL_ACCOUNTS')),
  CONSTRAINT "LineItem_classification_check" CHECK ("classification" IN ('FUNCTIONAL', 'ECONOMIC', 'REVENUE', 'BALANCE')),
  CONSTRAINT "LineItem_level_check" CHECK ("level" IN ('CATEGORY', 'GROUP', 'ITEM')),
  CONSTRAINT "LineItem_departmentId_reportId_fkey" FOREIGN KEY ("departmentId", "reportId") REFERENCES "Report" ("departmentId", "id") ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT "LineItem_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE UNIQUE INDEX "LineItem_departmentId_reportId_position_key" ON "LineItem" ("departmentId", "reportId", "position");

CREATE INDEX "LineItem_accountId_year_stage_idx" ON "LineItem" ("accountId", "year", "stage");

CREATE INDEX "LineItem_accountKey_statement_year_idx" ON "LineItem" ("accountKey", "statement", "year");

CREATE INDEX "LineItem_amount_id_idx" ON "LineItem" ("amount", "id");
CREATE INDEX "LineItem_amount_falling_id_idx" ON "LineItem" ((-"amount"), "id");

CREATE TABLE "Evaluation" (
  "departmentId" TEXT COLLATE "C" NOT NULL,
  "id" TEXT COLLATE "C" NOT NULL,
  "reportId" TEXT COLLATE "C" NOT NULL,
  "position" INTEGER NOT NULL,
  "scope" TEXT COLLATE "C" NOT NULL,
  "name" TEXT COLLATE "C",
  "evaluator" TEXT COLLATE "C",
  "weight" NUMERIC,
  "score" NUMERIC,
  "sourceTable" TEXT COLLATE "C",
  "sourceSection" TEXT COLLATE "C",
  "sourceLine" INTEGER NOT NULL,
  "sourcePage" INTEGER,
  "sourceText" TEXT COLLATE "C" NOT NULL,
  "districtCode" TEXT COLLATE "C" NOT NULL,
  "year" INTEGER NOT NULL,
  "current" BOOLEAN NOT NULL,
  CONSTRAINT "Evaluation_pkey" PRIMARY KEY ("departmentId", "id"),
  CONSTRAINT "Evaluation_scope_check" CHECK ("scope" IN ('DEPARTMENT', 'PROJECT', 'TASK')),
  CONSTRAINT "Evaluation_evaluator_check" CHECK ("evaluator" IN ('SELF', 'THIRD_PARTY', 'FINANCE_BUREAU')),
  CONSTRAINT "Evaluation_departmentId_reportId_fkey" FOREIGN KEY ("departmentId", "reportId") REFERENCES "Report" ("departmentId", "id") ON DELETE CASCADE ON UPDATE RESTRICT
);

CREATE UNIQUE INDEX "Evaluation_departmentId_reportId_position_key" ON "Evaluation" ("departmentId", "reportId", "position");

CREATE TABLE "PerformanceIndicator" (
  "departmentId" TEXT COLLATE "C" NOT NULL,
  "id" TEXT COLLATE "C" NOT NULL,
  "reportId" TEXT COLLATE "C" NOT NULL,
  "evaluationId" TEXT COLLATE "C" NOT NULL,
  "position" INTEGER NOT NULL,
  "level1" TEXT COLLATE "C",
  "level2" TEXT COLLATE "C",
  "name" TEXT COLLATE "C",
  "target" TEXT COLLATE "C",
  "actual" TEXT COLLATE "C",
  "weight" NUMERIC,
  "score" NUMERIC,
  "sourceTable" TEXT COLLATE "C",
  "sourceSection" TEXT COLLATE "C",
  "sourceLine" INTEGER NOT NULL,
  "sourcePage" INTEGER,
  "sourceText" TEXT COLLATE "C" NOT NULL,
  "districtCode" TEXT COLLATE "C" NOT NULL,
  "year" INTEGER NOT NULL,
  "current" BOOLEAN NOT NULL,
  CONSTRAINT "PerformanceIndicator_pkey" PRIMARY KEY ("departmentId", "id"),
  CONSTRAINT "PerformanceIndicator_departmentId_reportId_fkey" FOREIGN KEY ("departmentId", "reportId") REFERENCES "Report" ("departmentId", "id") ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT "PerformanceIndicator_departmentId_evaluationId_fkey" FOREIGN KEY ("departmentId", "evaluationId") REFERENCES "Evaluation" ("departmentId", "id") ON DELETE CASCADE ON UPDATE RESTRICT
);

CREATE UNIQUE INDEX "PerformanceIndicator_departmentId_reportId_position_key" ON "PerformanceIndicator" ("departmentId", "reportId", "position");

CREATE INDEX "PerformanceIndicator_departmentId_evaluationId_idx" ON "PerformanceIndicator" ("departmentId", "evaluationId");

CREATE TABLE "Issue" (
  "departmentId" TEXT COLLATE "C" NOT NULL,
  "id" TEXT COLLATE "C" NOT NULL,
  "reportId" TEXT COLLATE "C" NOT NULL,
  "position" INTEGER NOT NULL,
  "message" TEXT COLLATE "C" NOT NULL,
  "statement" TEXT COLLATE "C",
  "sourceTable" TEXT COLLATE "C",
  "sourceSection" TEXT COLLATE "C",
  "sourceLine" INTEGER NOT NULL,
  "sourcePage" INTEGER,
  "sourceText" TEXT COLLATE "C" NOT NULL,
  CONSTRAINT "Issue_pkey" PRIMARY KEY ("departmentId", "id"),
  CONSTRAINT "Issue_statement_check" CHECK ("statement" IN ('REVENUE_EXPENDITURE_SUMMARY', 'REVENUE', 'EXPENDITURE', 'APPROPRIATION_SUMMARY', 'GENERAL_PUBLIC_EXPENDITURE', 'GENERAL_PUBLIC_BASIC_EXPENDITURE', 'GENERAL_PUBLIC_PROJECT_EXPENDITURE', 'THREE_OFFICIAL_EXPENSES', 'GOVERNMENT_FUND', 'STATE_CAPITAL', 'NON_TAX_REVENUE', 'BASIC_EXPENDITURE_BY_UNIT', 'PROJECT_EXPENDITURE_BY_UNIT')),
  CONSTRAINT "Issue_departmentId_reportId_fkey" FOREIGN KEY ("departmentId", "reportId") REFERENCES "Report" ("departmentId", "id") ON DELETE CASCADE ON UPDATE RESTRICT
);

CREATE UNIQUE INDEX "Issue_departmentId_reportId_position_key" ON "Issue" ("departmentId", "reportId", "position");

-- Local tables: one copy beside a distributed store; nothing refers to them, and they refer to nothing.

CREATE TABLE "Document" (
  "sha256" TEXT COLLATE "C" NOT NULL,
  "placeInDocument" INTEGER NOT NULL,
  "departmentId" TEXT COLLATE "C" NOT NULL,
  "reportId" TEXT COLLATE "C" NOT NULL,
  "readerVersion" INTEGER NOT NULL,
  CONSTRAINT "Document_pkey" PRIMARY KEY ("sha256", "placeInDocument")
);

CREATE INDEX "Document_reportId_idx" ON "Document" ("reportId");

CREATE TABLE "Release" (
  "id" TEXT COLLATE "C" NOT NULL,
  "number" INTEGER NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "reports" INTEGER NOT NULL,
  "lineItems" INTEGER NOT NULL,
  "reportDigest" TEXT COLLATE "C" NOT NULL,
  CONSTRAINT "Release_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "Release_number_key" ON "Release" ("number");

-- The release of the empty store.
INSERT INTO "Release" ("id", "number", "createdAt", "reports", "lineItems", "reportDigest")
VALUES ('qp551zx2evfg9233htxx', 0, now(), 0, 0, '0000000000000000000000000000000000000000000000000000000000000000');
