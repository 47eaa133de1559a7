package dev.landwaiter.dockerfile.rule.all;

import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.rule.own.LD1001;
import dev.landwaiter.dockerfile.rule.own.LD1002;
import dev.landwaiter.dockerfile.rule.own.LD1003;
import dev.landwaiter.dockerfile.rule.own.LD1004;
import dev.landwaiter.dockerfile.rule.own.LD1005;
import dev.landwaiter.dockerfile.rule.own.LD1006;
import dev.landwaiter.dockerfile.rule.own.LD1011;
import dev.landwaiter.dockerfile.rule.own.LD1012;
import dev.landwaiter.dockerfile.rule.own.LD1013;
import dev.landwaiter.dockerfile.rule.own.LD1014;
import dev.landwaiter.dockerfile.rule.own.LD1015;
import dev.landwaiter.dockerfile.rule.own.LD1016;
import dev.landwaiter.dockerfile.rule.own.LD1017;
import dev.landwaiter.dockerfile.rule.own.LD1018;
import dev.landwaiter.dockerfile.rule.own.LD1019;
import dev.landwaiter.dockerfile.rule.own.LD1020;
import dev.landwaiter.dockerfile.rule.own.LD1021;
import dev.landwaiter.dockerfile.rule.own.LD1031;
import dev.landwaiter.dockerfile.rule.own.LD1032;
import dev.landwaiter.dockerfile.rule.own.LD1033;
import dev.landwaiter.dockerfile.rule.own.LD1034;
import dev.landwaiter.dockerfile.rule.own.LD1035;
import dev.landwaiter.dockerfile.rule.own.LD1036;
import dev.landwaiter.dockerfile.rule.own.LD1041;
import dev.landwaiter.dockerfile.rule.own.LD1042;
import dev.landwaiter.dockerfile.rule.own.LD1043;
import dev.landwaiter.dockerfile.rule.own.LD1044;
import dev.landwaiter.dockerfile.rule.own.LD1045;
import dev.landwaiter.dockerfile.rule.own.LD1051;
import dev.landwaiter.dockerfile.rule.own.LD1052;
import dev.landwaiter.dockerfile.rule.own.LD1053;
import dev.landwaiter.dockerfile.rule.own.LD1054;
import dev.landwaiter.dockerfile.rule.own.LD1055;
import dev.landwaiter.dockerfile.rule.own.LD1056;
import dev.landwaiter.dockerfile.rule.own.LD1057;
import dev.landwaiter.dockerfile.rule.own.LD1058;
import dev.landwaiter.dockerfile.rule.own.LD1059;
import dev.landwaiter.dockerfile.rule.own.LD1060;
import dev.landwaiter.dockerfile.rule.own.LD1061;
import dev.landwaiter.dockerfile.rule.own.LD1062;
import dev.landwaiter.dockerfile.rule.own.LD1063;
import dev.landwaiter.dockerfile.rule.own.LD1064;
import java.util.List;

/// This program's own rules, in the order of their ids.
public final class OwnRules {
  public static final List<Rule> ALL =
      List.of(
          new LD1001(),
          new LD1002(),
          new LD1003(),
          new LD1004(),
          new LD1005(),
          new LD1006(),
          new LD1011(),
          new LD1012(),
          new LD1013(),
          new LD1014(),
          new LD1015(),
          new LD1016(),
          new LD1017(),
          new LD1018(),
          new LD1019(),
          new LD1020(),
          new LD1021(),
          new LD1031(),
          new LD1032(),
          new LD1033(),
          new LD1034(),
          new LD1035(),
          new LD1036(),
          new LD1041(),
          new LD1042(),
          new LD1043(),
          new LD1044(),
          new LD1045(),
          new LD1051(),
          new LD1052(),
          new LD1053(),
          new LD1054(),
          new LD1055(),
          new LD1056(),
          new LD1057(),
          new LD1058(),
          new LD1059(),
          new LD1060(),
          new LD1061(),
          new LD1062(),
          new LD1063(),
          new LD1064());

  private OwnRules() {}
}
