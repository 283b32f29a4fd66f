/** Small exports of what else a CRM keeps than orders and opportunities, as text: one per object and language. */
export const objectFiles = {
  'zh-CN': {
    payments: '回款编号,销售订单编号,回款日期,客户名称,负责人,回款金额,回款方式,回款状态\nHK1,S100,2024-01-05,华东仪器,李娜,"1,200.50",电汇,已到账\nHK2,S100,2024-02-06,华东仪器,李娜,-200.5,电汇,已到账\nHK3,S101,2024-02-07,北方阀门,王伟,300,承兑,作废\n',
    activities: '拜访日期,客户名称,联系人,拜访人,拜访方式,主题,拜访结果\n2024-01-05,华东仪器,陈工,李娜,上门,年度回顾,同意续约\n2024-01-05,华东仪器,陈工,李娜,上门,年度回顾,同意续约\n2024-03-01,北方阀门,,王伟,电话,报价,"他说 ""再等等"""\n,北方阀门,,王伟,电话,报价,\n',
    complaints: '投诉编号,投诉日期,客户,责任人,产品,投诉类型,严重程度,处理阶段,办结日期,根本原因\nTS1,2024-01-20,华东仪器,李娜,流量计,质量,高,调查,,\nTS2,2024-02-03,北方阀门,王伟,球阀,交期,低,终止,2024-02-20,物流\n',
    surveys: '答卷编号,提交时间,客户名称,联系人,推荐意愿,满意度评分,意见\n1,2024-04-01 10:00:00,华东仪器,陈工,9,4.5,很好\n2,2024-04-02 11:00:00,北方阀门,赵工,11,3,一般\n3,2024-04-03 11:00:00,北方阀门,赵工,,,下次再说\n4,2024-04-04 11:00:00,北方阀门,赵工,,,\n',
    contacts: '联系人,客户名称,职务,手机,邮箱,生日,负责人\n陈工,华东仪器,采购,13800000000,chen@example.com,1980-05-06,李娜\n陈工,北方阀门,总工,13900000000,,,王伟\n陈工,北方阀门,总工,13900000000,,,王伟\n',
  },
  en: {
    payments: 'payment no,order no,payment date,customer,sales rep,amount paid,payment method\nP1,S100,2024-01-05,Acme,Li Na,"1,200.50",Transfer\nP2,S100,2024-02-06,Acme,Li Na,-200.5,Transfer\n',
    activities: 'visit date,customer,contact,visited by,visit type,subject,result\n2024-01-05,Acme,Ms Chen,Li Na,On site,Yearly review,Renews\n2024-03-01,Bolt,,Omar,Call,Quote,Later\n',
    complaints: 'complaint no,complaint date,customer,handler,product,complaint type,severity,complaint status,resolved on,root cause\nC1,2024-01-20,Acme,Li Na,Meter,Quality,High,Investigation,,\nC2,2024-02-03,Bolt,Omar,Valve,Delivery,Low,Closed,2024-02-20,Carrier\n',
    surveys: 'response id,response date,customer,respondent,nps,csat,comments\nR1,2024-04-01,Acme,Ms Chen,9,4.5,Good\nR2,2024-04-02,Bolt,Mr Zhao,6,3,Slow\n',
    contacts: 'contact name,customer,job title,mobile,email,birthday,owner\nMs Chen,Acme,Buyer,13800000000,chen@example.com,1980-05-06,Li Na\nMr Zhao,Bolt,Engineer,13900000000,,,Omar\n',
  },
} as const;
