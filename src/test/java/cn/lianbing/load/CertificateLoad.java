package cn.lianbing.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.certificate.Certificate;
import cn.lianbing.certificate.OpenRegister;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What searching a register of {@code -Dload.officers} certificates (200 000) costs: {@code mvn -Pload verify}. The statements are
 * the program's own, on the same real MariaDB with the same settings; the container's share is not in it. The table goes to the
 * output and to target/load/certificate.txt.
 */
class CertificateLoad {
  private static final int CERTIFICATES = Integer.getInteger("load.officers", 200_000);
  private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗";
  private static final double MOST = 5; // ms of CPU
  private static Bench bench;

  @BeforeAll
  static void fill() throws IOException, SQLException {
    bench = new Bench("certificate");
    bench.measure("fill the tables, by SQL", 1, number -> fillTables());
  }

  private static void fillTables() throws SQLException {
    bench.run("set foreign_key_checks = 0, unique_checks = 0");
    bench.run("insert into unit (id, code, name, kind, parent_id, path, sort, state, version) select seq, concat('L', seq), concat('单位', seq), 'DEPARTMENT', if(seq = 1, null, 1), if(seq = 1, '/1/', concat('/1/', seq, '/')), seq, 'ACTIVE', 1 from seq_1_to_200");
    String name = "concat(substr('" + SURNAMES + "', 1 + seq % 20, 1), substr('伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平', 1 + (seq div 20) % 20, 1), substr('刚桂英华玉兰飞鹏慧红建国志文海波晓楠雪宁', 1 + (seq div 400) % 20, 1))";
    bench.run("insert into officer (id, unit_id, name, establishment, state, version) select seq, 1 + seq % 200, " + name + ", 'ADMINISTRATIVE', 'ACTIVE', 1 from seq_1_to_" + CERTIFICATES);
    bench.run("insert into certificate (id, kind, serial, old_serial, officer_id, unit_id, holder_name, state, valid_from, valid_to, issued_on, last_on, version) select seq, if(seq % 20 = 0, 'SUPERVISION', 'ENFORCEMENT'), concat('Z1203', lpad(seq * 7 % 9999991, 8, '0')), if(seq % 3 = 0, concat('HN-', seq), null), seq, 1 + seq % 200, "
        + name + ", case when seq % 50 = 0 then 'SUSPENDED' when seq % 9 = 0 then 'CANCELLED' else 'VALID' end, '2026-01-01', '2030-12-31', '2026-01-01', '2026-01-01', 1 from seq_1_to_" + CERTIFICATES);
    bench.run("set foreign_key_checks = 1, unique_checks = 1");
    bench.run("analyze table certificate, officer, unit");
  }

  @Test
  void the_register_of_a_province() throws IOException, SQLException {
    OpenRegister register = new OpenRegister(bench.connection());
    Random random = new Random(20261124);
    for (int i = 0; i < 500; i++) register.find("/", "Z1203" + random.nextInt(99), null, 1); // the JVM and the server's cache are warm then
    List<Double> all = new ArrayList<>();
    all.add(bench.measure("a whole serial", 2_000, number -> assertTrue(register.find("/", "Z1203%08d".formatted((1 + random.nextInt(CERTIFICATES)) * 7L % 9999991), null, 1) >= 1)));
    all.add(bench.measure("an older serial", 1_000, number -> register.find("/", "HN-" + (1 + random.nextInt(CERTIFICATES)), null, 1)));
    all.add(bench.measure("a name", 1_000, number -> register.find("/", SURNAMES.charAt(random.nextInt(20)) + "伟", null, 1)));
    all.add(bench.measure("a surname alone, 10,000 hits", 500, number -> assertTrue(register.find("/", "王", null, 1) < 0)));
    all.add(bench.measure("the same, page 10", 500, number -> register.find("/", "王", null, 10)));
    all.add(bench.measure("a serial's first digits, all hits", 500, number -> assertTrue(register.find("/", "Z1203", null, 1) < 0)));
    all.add(bench.measure("nothing typed, valid ones", 500, number -> assertTrue(register.find("/", null, Certificate.State.VALID, 1) < 0)));
    all.add(bench.measure("nothing typed, suspended ones", 500, number -> assertTrue(register.find("/", null, Certificate.State.SUSPENDED, 1) < 0)));
    all.add(bench.measure("one unit's, 1,000 of it", 500, number -> register.find("/1/" + (2 + random.nextInt(199)) + "/", null, null, 1)));
    all.add(bench.measure("a surname within one unit", 500, number -> register.find("/1/" + (2 + random.nextInt(199)) + "/", "李", null, 1)));
    all.add(bench.measure("what nobody has", 1_000, number -> assertEquals(0, register.find("/", "不存在" + number, null, 1))));
    bench.say("");
    bench.say(CERTIFICATES + " certificates in 200 units; the search that costs most: " + all.stream().mapToDouble(one -> one).max().orElseThrow() + " ms CPU");
    for (double one : all) assertTrue(one <= MOST, one + " ms CPU");
  }

  @AfterAll
  static void stop() throws IOException, SQLException {
    bench.close();
  }
}
