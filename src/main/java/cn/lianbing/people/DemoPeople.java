package cn.lianbing.people;

import cn.lianbing.platform.ProgramSettings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * The demo's units and people: the 13 townships of 陕州区 (names and codes are public), 37 plausible departments, 300 invented
 * officers. Their identity numbers begin with 99, an area that does not exist, so that none can be a real person's.
 */
@ApplicationScoped
@Transactional
public class DemoPeople {
  static final int OFFICERS = 300;
  private static final String[][] TOWNSHIPS = {
      {"411203001", "甘棠街道"}, {"411203100", "大营镇"}, {"411203101", "原店镇"}, {"411203102", "西张村镇"}, {"411203103", "观音堂镇"}, {"411203200", "张汴乡"}, {"411203203", "菜园乡"},
      {"411203205", "张茅乡"}, {"411203206", "王家后乡"}, {"411203207", "硖石乡"}, {"411203210", "西李村乡"}, {"411203211", "宫前乡"}, {"411203212", "店子乡"}};
  private static final String[] DEPARTMENTS = {
      "区市场监督管理局", "区应急管理局", "区农业农村局", "区交通运输局", "区城市管理局", "区自然资源局", "区生态环境分局", "区卫生健康委员会", "区文化广电和旅游局", "区住房和城乡建设局",
      "区水利局", "区林业局", "区教育体育局", "区人力资源和社会保障局", "区民政局", "区财政局", "区审计局", "区统计局", "区发展和改革委员会", "区工业和信息化局",
      "区商务局", "区司法局", "区公安分局", "区消防救援大队", "区医疗保障局", "区退役军人事务局", "区民族宗教事务局", "区档案局", "区粮食和物资储备局", "区气象局",
      "区烟草专卖局", "区税务局", "区人民防空办公室", "区乡村振兴局", "区政务服务和大数据管理局", "区机关事务服务中心", "区黄河河务局"};
  private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤";
  private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰飞鹏慧红建国志文海波晓楠雪宁浩宇佳欣博思远俊峰立新春梅云龙彦斌振东淑珍继光永利";
  private static final String[] POSTS = {"综合执法岗", "执法监督岗", "案件审理岗", "法制审核岗", "现场检查岗", "中队长", "副大队长"};
  @Inject ProgramSettings settings;
  @Inject Units units;
  @Inject Officers officers;
  @Inject Accounts accounts;
  @Inject Passwords passwords;
  @Inject IdNumberVault vault;
  @Inject Clock clock;
  private final Random random = new Random(20261124);

  void fill(@Observes @Priority(30) Startup startup) {
    if (!settings.demo() || !accounts.isEmpty()) return;
    // One hash for all: making 305 takes a minute, and the password is published anyway.
    String hash = passwords.hash(FirstAdministrator.DEMO_PASSWORD);
    Instant now = clock.instant();
    Unit root = units.add(new Unit("411203", "陕州区", Unit.Kind.DISTRICT, 0), null);
    List<Unit> places = new ArrayList<>();
    for (int i = 0; i < DEPARTMENTS.length; i++) places.add(units.add(new Unit("D%02d".formatted(i + 1), DEPARTMENTS[i], Unit.Kind.DEPARTMENT, 100 + i), root));
    for (int i = 0; i < TOWNSHIPS.length; i++) places.add(units.add(new Unit(TOWNSHIPS[i][0], TOWNSHIPS[i][1], Unit.Kind.TOWNSHIP, 200 + i), root));
    for (int i = 0; i < OFFICERS; i++) {
      Officer officer = officers.add(officer(places.get(i % places.size()), i));
      Account account = new Account("officer%03d".formatted(i + 1), officer.name(), places.get(i % places.size()), Set.of(Role.OFFICER), hash, now);
      account.belongsTo(officer);
      account.keepPassword();
      accounts.add(account);
    }
    Unit justice = units.byName("区司法局").orElseThrow();
    staff("admin", "郭文静", root, hash, now, Role.SYSTEM_ADMIN, Role.EXAM_ADMIN);
    // The training desk works for the whole district.
    staff("trainer", "周启明", root, hash, now, Role.TRAINER);
    staff("supervisor", "孟立新", justice, hash, now, Role.SUPERVISOR);
    staff("auditor", "严春梅", justice, hash, now, Role.AUDITOR);
    staff("unit01", "贺志远", places.get(0), hash, now, Role.UNIT_ADMIN);
    // Rules and large changes need a second person of the desk.
    staff("supervisor2", "秦思远", justice, hash, now, Role.SUPERVISOR);
  }

  private void staff(String username, String name, Unit unit, String hash, Instant now, Role... roles) {
    Account account = new Account(username, name, unit, Set.of(roles), hash, now);
    account.keepPassword();
    accounts.add(account);
  }

  private Officer officer(Unit unit, int i) {
    StringBuilder name = new StringBuilder().append(SURNAMES.charAt(random.nextInt(SURNAMES.length())));
    for (int k = random.nextInt(10) < 3 ? 1 : 2; k > 0; k--) name.append(GIVEN.charAt(random.nextInt(GIVEN.length())));
    Officer.Establishment establishment = switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5, 6, 7, 8 -> Officer.Establishment.ADMINISTRATIVE;
      case 9, 10, 11, 12 -> Officer.Establishment.CIVIL_SERVANT_LIKE;
      case 19 -> Officer.Establishment.CONTRACT;
      default -> Officer.Establishment.INSTITUTION;
    };
    Officer officer = new Officer(unit, name.toString(), establishment);
    int year = 1966 + random.nextInt(36);
    // the last figure tells the sex; nobody in service is past the age of retiring
    if (year < (i % 2 == 0 ? 1967 : 1972)) year += 6;
    String digits = "990101%04d%02d%02d%03d".formatted(year, 1 + random.nextInt(12), 1 + random.nextInt(28), i + 1);
    officer.identify(new IdNumber(digits + IdNumber.check(digits)), vault);
    officer.describe(officer.name(), establishment, Officer.Education.values()[1 + random.nextInt(3)], POSTS[random.nextInt(POSTS.length)], null);
    return officer;
  }
}
