package cn.lianbing.people;

import static cn.lianbing.testing.Inside.atOnce;
import static cn.lianbing.testing.Inside.bean;
import static cn.lianbing.testing.Inside.caller;
import static cn.lianbing.testing.Inside.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Collision;
import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.SheetReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The same, done by several at the same moment: it is stored once, and whoever was later is told so. */
public interface PeopleImportInContainer {

  private static SheetReader.Sheet sheet(String csv) {
    return SheetReader.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  default void people_imported_by_two_at_once_are_stored_once() {
    StringBuilder csv = new StringBuilder("姓名,单位代码,编制类型,账号\n");
    for (int i = 0; i < 40; i++) csv.append("同时").append((char) ('一' + i)).append(",D03,行政编制,atonce").append(i).append('\n');
    Caller admin = caller("admin");
    List<Object> outcomes = atOnce(3, () -> bean(PeopleImport.class).officers(admin, sheet(csv.toString()), false));
    assertTrue(outcomes.stream().allMatch(one -> one instanceof ImportReport report && report.clean()), outcomes.toString());
    assertEquals(40, outcomes.stream().mapToInt(one -> ((ImportReport) one).accepted()).sum());
    assertEquals(40, count("select count(*) from officer where name like '同时%'"));
    assertEquals(40, count("select count(*) from account where username like 'atonce%'"));
  }

  @Test
  default void units_imported_by_two_at_once_are_stored_once() {
    Caller admin = caller("admin");
    List<Object> outcomes = atOnce(3, () -> bean(UnitImport.class).units(admin, sheet("单位代码,单位名称,类别\nZ901,同时一局,DEPARTMENT\nZ902,同时二局,DEPARTMENT\n"), false));
    assertTrue(outcomes.stream().allMatch(one -> one instanceof ImportReport report && report.clean()), outcomes.toString());
    assertEquals(2, count("select count(*) from unit where code like 'Z90%'"));
  }

  @Test
  default void a_unit_code_a_username_and_an_account_taken_at_the_same_moment_are_refused() {
    Caller admin = caller("admin");
    PeopleAdministration people = bean(PeopleAdministration.class);
    onceOf(() -> bean(UnitKeeping.class).add(admin, new UnitKeeping.UnitData("Z910", "同时三局", Unit.Kind.DEPARTMENT, admin.unitId(), 0)));
    assertEquals(1, count("select count(*) from unit where code = 'Z910'"));
    onceOf(() -> bean(AccountKeeping.class).addStaff(admin, "atonce-staff", "同时", admin.unitId(), Set.of(Role.TRAINER)));
    assertEquals(1, count("select count(*) from account where username = 'atonce-staff'"));
    long officer = people.addOfficer(admin, new PeopleAdministration.OfficerData(admin.unitId(), "同账号", null, Officer.Establishment.ADMINISTRATIVE, null, null, null, null));
    AtomicInteger no = new AtomicInteger();
    onceOf(() -> bean(AccountKeeping.class).open(admin, officer, "atonce-of-" + no.incrementAndGet()));
    assertEquals(1, count("select count(*) from account where officer_id = ?", officer));
  }

  private static void onceOf(Callable<?> deed) {
    List<Object> outcomes = atOnce(4, deed);
    assertEquals(1, outcomes.stream().filter(one -> !(one instanceof Exception)).count(), outcomes.toString());
    for (Object one : outcomes) assertTrue(!(one instanceof Exception failed) || failed instanceof Invalid || failed instanceof Refused || Collision.of(failed).isPresent(), one.toString());
  }
}
