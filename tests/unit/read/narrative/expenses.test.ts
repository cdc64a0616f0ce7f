import { describe, expect, it } from '@jest/globals';
import { makeReport } from '../../../support/make-report.js';
import { factsOf } from './narrative-of.js';

/** A 三公 table whose budget columns are of this stage. */
const threeTable = (stage: 'ORIGINAL_BUDGET' | 'REVISED_BUDGET'): { lineItems: ReturnType<typeof makeReport>['lineItems'] } => ({
  lineItems: makeReport()
    .lineItems.filter(({ statement }) => statement === 'THREE_OFFICIAL_EXPENSES')
    .map((item) => ({ ...item, stage, column: item.column - 6 })),
}); // prettier-ignore

describe('the three official expenses', () => {
  it('complete the budget that their table prints, 年初 or 全年', () => {
    const text = '“三公”经费财政拨款支出决算为15.53万元，完成预算16.46万元的94.3%。';
    expect(factsOf(text, threeTable('REVISED_BUDGET'))).toEqual([
      'THREE_OFFICIAL_EXPENSES AMOUNT OUTTURN 15.53万元',
      'THREE_OFFICIAL_EXPENSES AMOUNT REVISED_BUDGET 16.46万元',
      'THREE_OFFICIAL_EXPENSES COMPLETION REVISED_BUDGET OUTTURN 94.3%',
    ]);
    expect(factsOf(text, threeTable('ORIGINAL_BUDGET'))[1]).toBe(
      'THREE_OFFICIAL_EXPENSES AMOUNT ORIGINAL_BUDGET 16.46万元',
    );
    expect(factsOf(text)[1]).toBe('THREE_OFFICIAL_EXPENSES AMOUNT 16.46万元');
  });

  it('a budget that the sentence has named is the budget that it then completes', () => {
    expect(factsOf('会议费年初预算5万元，支出决算4万元，完成预算的80%。')).toEqual([
      'MEETINGS AMOUNT ORIGINAL_BUDGET 5万元',
      'MEETINGS AMOUNT OUTTURN 4万元',
      'MEETINGS COMPLETION ORIGINAL_BUDGET OUTTURN 80%',
    ]);
  });

  it('their parts change like the whole of the sentence before', () => {
    expect(
      factsOf(
        '2020年度“三公”经费支出决算数比上年减少11.43万元，下降77.07%。其中：因公出国（境）费支出决算减少8.82万元，下降100%；公务用车购置及运行费支出决算减少2.61万元；公务接待费支出减少（增加）0万元。',
      ),
    ).toEqual([
      'THREE_OFFICIAL_EXPENSES CHANGE PREVIOUS_YEAR OUTTURN -11.43万元',
      'THREE_OFFICIAL_EXPENSES CHANGE_RATE PREVIOUS_YEAR OUTTURN -77.07%',
      'TRAVEL_ABROAD CHANGE PREVIOUS_YEAR OUTTURN -8.82万元',
      'TRAVEL_ABROAD CHANGE_RATE PREVIOUS_YEAR OUTTURN -100%',
      'VEHICLE_EXPENSES CHANGE PREVIOUS_YEAR OUTTURN -2.61万元',
      'HOSPITALITY CHANGE PREVIOUS_YEAR OUTTURN 0万元',
    ]);
  });

  it('what stands behind a bracket is about what stands before it', () => {
    const text =
      '公务用车购置及运行费5.7万元（公务用车购置费0万元，比上年增加0万元；公务用车运行维护费5.7万元。）比上年减少1万元，下降14.9%。';
    expect(factsOf(text, { kind: 'BUDGET' })).toEqual([
      'VEHICLE_EXPENSES AMOUNT ORIGINAL_BUDGET 5.7万元',
      'VEHICLE_PURCHASE AMOUNT ORIGINAL_BUDGET 0万元',
      'VEHICLE_PURCHASE CHANGE PREVIOUS_YEAR ORIGINAL_BUDGET 0万元',
      'VEHICLE_RUNNING AMOUNT ORIGINAL_BUDGET 5.7万元',
      'VEHICLE_EXPENSES CHANGE PREVIOUS_YEAR ORIGINAL_BUDGET -1万元',
      'VEHICLE_EXPENSES CHANGE_RATE PREVIOUS_YEAR ORIGINAL_BUDGET -14.9%',
    ]);
  });
});

describe('what is counted', () => {
  it('travels and travellers, vehicles, receptions and guests, at home and from abroad apart', () => {
    expect(
      factsOf(
        [
          '1.因公出国（境）费支出0万元。全年安排局机关及下属3个单位因公出国（境）团组2个，累计7人次。',
          '2.公务用车购置支出0万元，购置公务用车1辆。公务用车运行维护费支出5万元，主要用于机要通信，年末公务用车保有量4辆。',
          '3.公务接待费支出3万元。全年国外来访团组1个，来访外宾6人次；国内公务接待5批次、30人次。',
        ].join('\n\n'),
      ),
    ).toEqual([
      'TRAVEL_ABROAD AMOUNT OUTTURN 0万元',
      'TRAVEL_GROUP_COUNT COUNT 2个',
      'TRAVELLER_COUNT COUNT 7人次',
      'VEHICLE_PURCHASE AMOUNT OUTTURN 0万元',
      '购置公务用车 COUNT 1辆',
      'VEHICLE_RUNNING AMOUNT OUTTURN 5万元',
      'VEHICLE_COUNT COUNT 4辆',
      'HOSPITALITY AMOUNT OUTTURN 3万元',
      '国外来访团组 COUNT 1个',
      '来访外宾 COUNT 6人次',
      'RECEPTION_COUNT COUNT 5批次',
      'GUEST_COUNT COUNT 30人次',
    ]);
  });

  it('groups and guests of the national template', () => {
    expect(
      factsOf('国内公务接待支出3万元，主要用于上级检查，共接待国内来访团组12个，来宾96人次（不包括陪同人员）。'),
    ).toEqual(['国内公务接待支出 AMOUNT OUTTURN 3万元', 'RECEPTION_COUNT COUNT 12个', 'GUEST_COUNT COUNT 96人次']);
  });

  it('assets are of the day that the sentence names, and have no stage', () => {
    expect(
      factsOf(
        '五、国有资产占有使用情况\n\n截至2019年12月31日，本部门固定资产金额2998.12万元，房屋10平方米，共有车辆3辆，其中，机要通信用车（含应急）1辆、其他用车2辆；单价50万元（含）以上通用设备7台（套），单价100万元以上专用设备0台。本年度拟购置固定资产5万元。',
        { kind: 'BUDGET' },
      ),
    ).toEqual([
      '固定资产 AMOUNT 2019 2998.12万元',
      '房屋 COUNT 2019 10平方米',
      '车辆 COUNT 2019 3辆',
      '机要通信用车（含应急） COUNT 2019 1辆',
      '其他用车 COUNT 2019 2辆',
      '单价50万元（含）以上通用设备 COUNT 2019 7台(套)',
      '单价100万元以上专用设备 COUNT 2019 0台',
      '拟购置固定资产 AMOUNT ORIGINAL_BUDGET 5万元',
    ]);
  });
});

describe('procurement and other money that only the prose prints', () => {
  it('procurement, its kinds and the contracts of small firms', () => {
    expect(
      factsOf(
        '2020年度政府采购支出总额140.50万元，其中：政府采购货物支出35.50万元、政府采购工程支出0万元、政府采购服务支出105.00万元。授予中小企业合同金额120.00万元，占政府采购支出总额的85.4%，其中：授予小微企业合同金额5万元，占政府采购支出总额的3.6%。',
      ),
    ).toEqual([
      'PROCUREMENT AMOUNT OUTTURN 140.50万元',
      'PROCUREMENT_GOODS AMOUNT OUTTURN 35.50万元',
      'PROCUREMENT_WORKS AMOUNT OUTTURN 0万元',
      'PROCUREMENT_SERVICES AMOUNT OUTTURN 105.00万元',
      'PROCUREMENT_SMALL_FIRMS AMOUNT OUTTURN 120.00万元',
      'PROCUREMENT_SMALL_FIRMS SHARE WHOLE OUTTURN 85.4%',
      '授予小微企业合同金额 AMOUNT OUTTURN 5万元',
      '授予小微企业合同金额 SHARE WHOLE OUTTURN 3.6%',
    ]);
  });

  it('the share that small firms have of one kind is not theirs of all', () => {
    expect(factsOf('政府采购货物支出5万元，货物采购授予中小企业合同金额占货物支出金额的80%。')).toEqual([
      'PROCUREMENT_GOODS AMOUNT OUTTURN 5万元',
    ]);
  });

  it('non-tax revenue, whose 政府性基金收入 is no appropriation', () => {
    expect(
      factsOf('本部门2020年度各类非税收入合计13万元。其中：政府性基金收入0万元，占0%；其他收入13万元，占100%。'),
    ).toEqual([
      'NON_TAX_REVENUE AMOUNT OUTTURN 13万元',
      '政府性基金收入 AMOUNT OUTTURN 0万元',
      '政府性基金收入 SHARE WHOLE OUTTURN 0%',
      '其他收入 AMOUNT OUTTURN 13万元',
      '其他收入 SHARE WHOLE OUTTURN 100%',
    ]);
  });

  it('meetings, training and running costs, in 元 too', () => {
    expect(factsOf('培训费支出1,250.00元。会议费支出0.2万元，比上年减少0.43万元。')).toEqual([
      'TRAINING AMOUNT OUTTURN 1250.00元',
      'MEETINGS AMOUNT OUTTURN 0.2万元',
      'MEETINGS CHANGE PREVIOUS_YEAR OUTTURN -0.43万元',
    ]);
    expect(factsOf('机关运行经费支出58.05万元。机关运行经费是指保障机关运行的资金。比上年增加31.18万元。')).toEqual([
      'AGENCY_RUNNING_COSTS AMOUNT OUTTURN 58.05万元',
      'AGENCY_RUNNING_COSTS CHANGE PREVIOUS_YEAR OUTTURN 31.18万元',
    ]);
  });
});
