package dev.landwaiter.dockerfile.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.dockerfile.config.Configuration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What each profile says of the same mistakes.
class ProfilesTest {
  /// Mistakes that both the classic linter and the builder know, each in a line of its own.
  private static final String SHARED =
      """
      FROM --platform=linux/amd64 debian:12.1@sha256:%s AS context
      WORKDIR a
      MAINTAINER somebody
      ENV TOKEN=$TOKEN
      CMD echo
      CMD ["echo"]
      """
          .formatted("0".repeat(64));

  @Test
  void linesThatAreNoInstructionsAreToldOnceWhereTheyStandTogether() {
    assertThat(family(Profile.FULL, "FROM debian:12\n{{ if x }}\n  rm -f\n}}\nUSER 1\nrm a\n"))
        .contains("2 DL1000", "6 DL1000")
        .doesNotContain("3 DL1000", "4 DL1000");
    assertThat(family(Profile.FULL, "FROM debian:12\nRUNN a\nUSERR b\n"))
        .contains("2 DL1000", "3 DL1000");
  }

  @Test
  void aMistakeThatTwoFamiliesKnowIsToldOnce() {
    assertThat(family(Profile.FULL, SHARED))
        .contains(
            "1 DL3029", "1 DL3063", "2 DL3000", "3 DL4000", "4 DL3064", "5 DL3025", "6 DL4003")
        .doesNotContain(
            "1 FromPlatformFlagConstDisallowed",
            "1 ReservedStageName",
            "2 WorkdirRelativePath",
            "3 MaintainerDeprecated",
            "4 SecretsUsedInArgOrEnv",
            "5 JSONArgsRecommended",
            "5 MultipleInstructionsDisallowed");
  }

  @Test
  void whatOnlyTheBuilderFindsHasItsName() {
    assertThat(
            family(
                Profile.FULL,
                """
                FROM debian:12 as A
                FROM debian:12 AS a
                ENV my_key token
                ENV private=1 \\
                  AUTH=2
                RUN a \\

                  b
                """))
        .contains(
            "1 FromAsCasing",
            "1 StageNameCasing",
            "2 DuplicateStageName",
            "3 LegacyKeyValueFormat",
            "3 SecretsUsedInArgOrEnv",
            "4 DL3064",
            "4 SecretsUsedInArgOrEnv",
            "6 NoEmptyContinuation");
  }

  @Test
  void commentsOfTheBuilderCountForClassicRulesThatFindTheSame() {
    String text =
        """
        # check=skip=MaintainerDeprecated
        FROM debian:12
        MAINTAINER somebody
        # check=skip=JSONArgsRecommended the shell is wanted
        CMD echo
        ENTRYPOINT echo
        """;
    assertThat(family(Profile.FULL, text)).contains("6 DL3025").doesNotContain("5 DL3025");
    assertThat(lint(Profile.FULL, text).linted().hidden())
        .extracting(each -> each.finding().line() + " " + each.reason())
        .contains("3 check=skip=MaintainerDeprecated", "5 check=skip=JSONArgsRecommended");
    assertThat(family(Profile.CLASSIC, text)).contains("3 DL4000", "5 DL3025", "6 DL3025");
  }

  @Test
  void theBuilderAloneGivesUpAtItsFirstError() {
    String text =
        """
        FROM debian:12 as a
        CMD echo
        EXPOSE http
        MAINTAINER somebody
        CMD echo
        """;
    assertThat(lines(Profile.BUILDER, text))
        .containsExactly(
            "3 DL1000", "1 FromAsCasing", "2 JSONArgsRecommended", "4 MaintainerDeprecated");
  }

  @Test
  void whatTheBuilderRefusesInEveryBuildIsToldOfEachInstruction() {
    assertThat(
            lines(
                Profile.FULL,
                """
                # check=error=perhaps
                ARG V
                FROM debian:$V AS a
                EXPOSE http
                FOO bar
                COPY --chmod=rwx a /b
                ENV A="b
                ENV B=${C:?given}
                """))
        .filteredOn(each -> each.endsWith("DL1000"))
        .containsExactly("1 DL1000", "4 DL1000", "5 DL1000", "6 DL1000", "7 DL1000");
  }

  @Test
  void onlyTheBuilderItselfTakesAFingerprintForASecret() {
    String text =
        """
        FROM debian:12
        ENV GPG_KEY=0xB26995E310250568
        """;
    assertThat(lines(Profile.BUILDER, text)).containsExactly("2 SecretsUsedInArgOrEnv");
    assertThat(lines(Profile.FULL, text)).doesNotContain("2 SecretsUsedInArgOrEnv");
  }

  @Test
  void aVariableUsedWhereItIsSetIsToldOnce() {
    assertThat(family(Profile.FULL, "FROM scratch\nENV A=1 B=$A C=$D\n"))
        .contains("2 DL3044", "2 UndefinedVar")
        .hasSize(2);
  }

  @Test
  void whatARuleTellsIsNotRefusedOnceMore() {
    assertThat(
            family(
                Profile.FULL,
                """
                FROM Debian:12 AS a
                EXPOSE 70000
                COPY --from=a a /b
                ENTRYPOINT ["b"]
                USER 1
                """))
        .containsExactly("1 DL1000", "2 DL3011", "3 DL3023");
  }

  @Test
  void aRefusalQuotesTheFileInOneShortLine() {
    String text = "FROM scratch\nEXPOSE " + "\u0007".repeat(9) + "x".repeat(9000) + "\n";
    for (Profile each : List.of(Profile.FULL, Profile.BUILDER)) {
      String message = lint(each, text).linted().findings().getFirst().message();
      assertThat(message).hasSizeLessThan(600).doesNotContain("\u0007").contains("xxx");
    }
  }

  private static List<String> family(Profile profile, String text) {
    return lines(profile, text).stream().filter(each -> !each.contains(" LD")).toList();
  }

  private static List<String> lines(Profile profile, String text) {
    return lint(profile, text).linted().findings().stream()
        .map(each -> each.line() + " " + each.id())
        .toList();
  }

  private static Linter.Outcome lint(Profile profile, String text) {
    var options = Linter.Options.of(Configuration.DEFAULT, profile, LocalDate.parse("2026-11-26"));
    return new Linter(options).lint("Dockerfile", text.getBytes(UTF_8), Optional.empty());
  }
}
