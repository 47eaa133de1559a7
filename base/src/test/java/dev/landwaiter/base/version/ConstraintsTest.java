package dev.landwaiter.base.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Rows of language; constraint; versions that match; versions that do not; `error` alone where the
/// constraint or the version cannot be read.
class ConstraintsTest {
  private static final String ROWS =
      """
      npm; ''; 1.2.3; -
      npm; *; 1.2.3 2.0.0-rc1; -
      npm; <2.0.0; 1.9.0 2.0.0-rc1; 2.0.0
      npm; <1.5.0; 1.4.9; 1.9.0
      npm; =1.1; 1.1.5 1.1.0-a; 1.2.0
      npm; >1.1; 1.2.0; 1.1.5 1.1.0
      npm; <=1.1; 1.1.5 1.0.0; 1.2.0
      npm; <1.1; 1.0.9; 1.1.0 1.1.0-a
      npm; 1.x; 1.0.0 1.9.9; 2.0.0 0.9.0
      npm; v1.2.3; 1.2.3 1.2.3+b; 1.2.4
      npm; ~1.2.3; 1.2.3 1.2.9; 1.3.0 1.2.2
      npm; ~1.2; 1.2.0 1.2.9; 1.3.0 1.1.9
      npm; ~1; 1.0.0 1.9.9; 2.0.0
      npm; ^1.2.3; 1.2.3 1.9.0 2.0.0-rc1; 2.0.0 1.2.2
      npm; ^0.2.3; 0.2.3 0.2.9; 0.3.0 0.2.2
      npm; ^0.0.3; 0.0.3; 0.0.4 0.0.2
      npm; ^0.0; 0.0.9; 0.1.0
      npm; ^0; 0.9.9; 1.0.0
      npm; ^0.x; 0.9.9; 1.0.0
      npm; >= 1.0.0 < 1.5.0 || >=2.0.0, <2.1.0; 1.4.9 2.0.5; 1.5.0 2.1.0 0.9.0
      npm; => 1.0.0 =< 2.0.0; 1.0.0 2.0.0; 2.0.1
      npm; 1.2.3 - 2.3.4; 1.2.3 2.3.4; 2.3.5 1.2.2
      npm; 1.2 - 2.3; 1.2.0 2.3.9; 2.4.0 1.1.9
      npm; >=1.22.0-0, <1.22.1; 1.22.0 1.22.0-1; 1.22.1
      npm; !=1.0.0; error; 1.0.0
      npm; 1.2.3.4; error; 1.0.0
      npm; <1.0.0 || nonsense!; error; 0.5.0
      npm; >=1.0.0 - 2.0.0; error; 1.5.0
      npm; <2; error; 1.2 v1.2.3
      semver; !=1.1; 1.2.0; 1.1.5
      semver; 1.2.3 - 2.3.4; error; 1.2.3
      pep440; >=1.0,<1.2; 1.1.5 1.0; 1.2
      pep440; >=1.0, <1.2 || ==2.0; 1.1 2.0.0; 1.2 2.0.1
      pep440; 1.1.5; 1.1.5 1.1.5.0; 1.1.4
      pep440; <1.0; 1.0rc1 0.9; 1.0 1.0+local
      pep440; >1.0; 1.0.1 1.1; 1.0 1.0.post1 1.0+local
      pep440; >1.0.post1; 1.0.post2; 1.0.post1
      pep440; <=1.0; 1.0+local 1.0; 1.0.post1
      pep440; ==1.0; 1.0 1.0.0 1.0+local; 1.0.1
      pep440; ==1.0+local; 1.0+local; 1.0 1.0+other
      pep440; !=1.0; 1.1; 1.0.0 1.0+x
      pep440; =1.0; 1.0; 1.1
      pep440; 1.0; 1.0.0; 1.1
      pep440; ==1.4.*; 1.4 1.4.5 1.4rc1; 1.5 1.40
      pep440; !=1.4.*; 1.5; 1.4.2
      pep440; 1.4.*; 1.4.2; 1.5
      pep440; ==1.4.0.*; 1.4; 1.4.1
      pep440; ==1.4a1.*; 1.4a1.post1 1.4.0a1; 1.4a2 1.4
      pep440; *; 1.0 0.0.0; 0.0.0a1
      pep440; ~=1.4.2; 1.4.2 1.4.9; 1.5 1.4.1
      pep440; ~=1.4; 1.4 1.9; 2.0
      pep440; ~=2.2.post3; 2.2.post3 2.3; 3.0 2.2
      pep440; ~=1; error; 1.0
      pep440; ===1.0-RC1; 1.0-rc1; 1.0rc1
      pep440; >=1.0+local; error; 1.0
      pep440; >=1.*; error; 1.0
      pep440; ==1.0.dev1.*; error; 1.0
      pep440; ''; error; 1.0
      pep440; >=1!1.0; 1!1.0; 2.0
      pep440-local; <1.0+sp2; 1.0+sp1 1.0; 1.0+sp2 1.0.1
      pep440-local; >=1.0+sp2; 1.0+sp2 1.1; 1.0+sp1
      maven; [1.0,1.4) || [2.0,2.1]; 2.1 1.0 1.3.9; 1.4 1.9 2.1.1
      maven; [1.0,1.4),[2.0, 2.1]; 2.1 1.0; 1.4
      maven; (,1.0]; 1.0 0.1; 1.0.1
      maven; (1.0,); 1.0.1; 1.0 1.0-rc1
      maven; [1.0]; 1.0.0; 1.0.1
      maven; 1.0; 1 1.0.Final; 1.1
      maven; >=1.0,<2.0; 1.5 2.0-SNAPSHOT; 2.0 1.0-alpha1
      maven; > 1.0 <= 1.2 || =3; 1.1 1.2 3.0; 1.0 1.3
      maven; !=1.0; 1.1; 1-ga
      maven; [1,2,3]; error; 1
      maven; (1.0); error; 1
      maven; [1.0; error; 1
      maven; [1.0,2.0]]; error; 1
      maven; [1.0][2.0]; error; 1
      maven; []; error; 1
      maven; ''; error; 1
      rubygems; ~> 2.1.4 || >= 2.2.3 || < 1.0; 2.1.4 2.2.5 0.9; 2.1.3 2.2.0
      rubygems; ~> 2.1.4, != 2.1.6; 2.1.5; 2.1.6 2.2 2.2.0.rc1
      rubygems; ~> 2.1; 2.9; 3.0
      rubygems; ~> 2; 2.9; 3.0
      rubygems; ~> 1.2.rc1; 1.2.rc1 1.9; 2.0
      rubygems; = 1.0; 1.0.0; 1.0.a
      rubygems; >= 1.0.a; 1.0.b 1.0; 0.9
      rubygems; ~> x; error; 1.0
      rubygems; ''; error; 1.0
      generic; <1.21.8 || >=1.22.0-0, <1.22.1; v1.22.0 1.21.7; 1.21.8 1.22.1
      generic; ~> 1.2.3; 1.2.9 1.3.0-rc1; 1.3 1.2.2
      generic; ~> 1.2; 1.9; 2.0
      generic; ~> 1; 1.9; 2.0
      generic; ~1.2.3; 1.2.9; 1.3
      generic; ~1.2; 1.2.9; 1.3
      generic; ~1; 1.9; 2
      generic; ^1.2.3; 1.9 1.2.3; 2.0
      generic; ^0.2.3; 0.2.9; 0.3
      generic; ^0.0; 0.0.5; 0.1
      generic; ^0.0.0; 0.0.0; 0.0.1
      generic; 1.2.x; 1.2.9 1.2; 1.3
      generic; >1.*; 2.0; 1.9
      generic; !=1.2.*; 1.3; 1.2.9
      generic; =v1.0; 1 1.0.0+b; 1.0.1
      generic; *; error; 1.0
      generic; x; error; 1.0
      generic; 1.x.2; error; 1.0
      generic; >=1.0 <1.0.0-2; -; 1.0
      generic; ''; error; 1.0
      generic; <1; error; abc 1..2
      bitnami; <1.2.4; 1.2.3 1.2.3-9; 1.2.4 1.2.4-1
      bitnami; =1.2.3; 1.2.3 1.2.3-9; 1.2.4
      bitnami; >1.2.3; 1.2.4; 1.2.3-9
      bitnami; <=1.2.3; 1.2.3-9; 1.2.4
      bitnami; >=1.2.3-5; 1.2.3-5 1.2.3-10 1.2.4; 1.2.3-4 1.2.3
      bitnami; !=1.2.3; 1.2.4; 1.2.3-2
      bitnami; ^1.2.3; 1.9.0-1; 2.0.0
      bitnami; =1.2.3-rc1; error; 1.2.3
      deb; >=1.0-1, <1.0-1+rf2; 1.0-1 1.0-1+rf1; 1.0-1+rf2 0.9
      deb; < 1:2.0 >= 1:1.0; 1:1.5; 1.5 1:2.0
      deb; /=1.0; 1.1; 1.0-0
      deb; !=1.0; 1.1; 1.0-0
      deb; 1.0; 1.0-0; 1.1
      deb; <a; error; 1.0
      deb; ''; error; 1.0
      deb; <1.0 || >2.0; error; 1.0
      apk; <1.2.3-r5; 1.2.3-r4 1.2.3_rc1; 1.2.3-r5
      rpm; <1.0^git2; 1.0 1.0^git1; 1.0.1
      """;

  static Stream<String> rows() {
    return ROWS.lines();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void answersAsWritten(String row) throws InvalidVersionException {
    List<String> cells = Stream.of(row.split(";", -1)).map(String::strip).toList();
    assertThat(cells).hasSize(4);
    String constraint = cells.get(1).equals("''") ? "" : cells.get(1);
    String id = cells.get(0);
    Constraints language =
        ConstraintLanguages.byId(id)
            .orElseGet(() -> new OrderedConstraints(VersionOrders.byId(id).orElseThrow()));
    boolean error = cells.get(2).equals("error");
    for (String version : versions(error ? "-" : cells.get(2))) {
      assertThat(answer(language, constraint, version)).as(version).isEqualTo("match");
    }
    for (String version : versions(cells.get(3))) {
      assertThat(answer(language, constraint, version))
          .as(version)
          .isEqualTo(error ? "error" : "no match");
    }
  }

  private static List<String> versions(String cell) {
    return cell.equals("-") ? List.of() : List.of(cell.split(" ", -1));
  }

  private static String answer(Constraints language, String constraint, String version) {
    try {
      return language.matches(constraint, version) ? "match" : "no match";
    } catch (InvalidVersionException invalid) {
      return "error";
    }
  }
}
