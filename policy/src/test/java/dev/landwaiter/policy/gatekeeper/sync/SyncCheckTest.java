package dev.landwaiter.policy.gatekeeper.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.Shaken;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncCheckTest {
  private static final String NEEDS =
      "[[{\"groups\": [\"\"], \"versions\": [\"v1\"], \"kinds\": [\"Service\", \"Endpoints\"]},"
          + " {\"groups\": [\"x\"], \"versions\": [\"v1\"], \"kinds\": [\"Y\"]}], [{\"groups\":"
          + " [\"apps\"], \"versions\": [\"v1\"], \"kinds\": [\"Deployment\"]}]]";

  private static Resource yaml(String text) {
    try {
      return Resource.of((ObjectValue) Yaml.parse("test", text.getBytes(StandardCharsets.UTF_8)));
    } catch (FormatException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Resource template(String annotation) {
    return yaml(
        "{apiVersion: templates.gatekeeper.sh/v1, kind: ConstraintTemplate, metadata: {name: t, annotations: {metadata.gatekeeper.sh/requires-sync-data: '%s'}}}"
            .formatted(annotation.replace("'", "''")));
  }

  private static Resource set(String kinds) {
    return yaml(
        "{apiVersion: syncset.gatekeeper.sh/v1alpha1, kind: SyncSet, metadata: {name: s}, spec: {gvks: [%s]}}"
            .formatted(kinds));
  }

  private static final Resource MANIFEST =
      yaml(
          "{apiVersion: gvkmanifest.gatekeeper.sh/v1alpha1, kind: GVKManifest, metadata: {name: m},"
              + " spec: {groups: {'': {v1: [Service]}, apps: {v1: [Deployment]}, x: {v1: []}}}}");

  private static final String DEPLOYMENT = "{group: apps, version: v1, kind: Deployment}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{group: '', version: v1, kind: Service} | ",
        "{group: '', version: v1, kind: Endpoints} | [/v1:Service OR /v1:Endpoints OR x/v1:Y]",
        "{group: '', version: v2, kind: Service} | [/v1:Service OR /v1:Endpoints OR x/v1:Y]",
        "{group: x, version: v1, kind: Y} | [/v1:Service OR /v1:Endpoints OR x/v1:Y]",
      })
  void whatTheClusterDoesNotHaveIsNotSynced(String kind, String unmet) {
    SyncReport report =
        SyncCheck.check(
            List.of(template("\"" + NEEDS + "\""), set(kind + ", " + DEPLOYMENT), MANIFEST), false);
    assertThat(report.error()).isEmpty();
    assertThat(report.assumed()).isFalse();
    assertThat(String.valueOf(report.unmet().get("t"))).isEqualTo(unmet == null ? "null" : unmet);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nope | requires-sync-data",
        "{} | it is no list",
        "[5] | each of its elements is no list",
        "[[5]] | no object",
        "[[{}]] | no groups",
        "[[{\"groups\": [5]}]] | no text",
        "[[{\"group\": [\"\"]}]] | unknown field group",
      })
  void aWrongAnnotationIsTold(String annotation, String message) {
    SyncReport report = SyncCheck.check(List.of(template(annotation)), true);
    assertThat(report.failed()).isTrue();
    assertThat(report.broken().get("t")).contains(message);
  }

  @Test
  void otherObjectsAreSkippedByName() {
    SyncReport report =
        SyncCheck.check(List.of(yaml("{apiVersion: v1, kind: Pod, metadata: {name: p}}")), true);
    assertThat(report.skipped()).containsExactly("p");
    assertThat(report.failed()).isFalse();
    assertThat(report.assumed()).isTrue();
  }

  @Test
  void thereIsOneConfigAndOneManifest() {
    var config = yaml("{apiVersion: config.gatekeeper.sh/v1alpha1, kind: Config}");
    assertThat(SyncCheck.check(List.of(config, config), true).error()).contains("Configs");
    assertThat(SyncCheck.check(List.of(MANIFEST, MANIFEST), true).error()).contains("GVKManifests");
    assertThat(SyncCheck.check(List.of(), false).error()).contains("no GVKManifest");
  }

  @Test
  void manyAlternativesAreNotAllWrittenOut() {
    List<String> kinds = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      kinds.add("\"K" + i + "\"");
    }
    String many = kinds.toString();
    SyncReport report =
        SyncCheck.check(
            List.of(
                template(
                    "[[{\"groups\": %1$s, \"versions\": %1$s, \"kinds\": %1$s}]]".formatted(many))),
            true);
    assertThat(String.valueOf(report.unmet().get("t")))
        .endsWith(" OR others]")
        .hasSizeLessThan(2000);
  }

  @Test
  void whateverStandsInThemObjectsAreCheckedOrRefused() {
    var chance = new Random(3);
    var config =
        yaml(
            "{apiVersion: config.gatekeeper.sh/v1alpha1, kind: Config, metadata: {name: config},"
                + " spec: {sync: {syncOnly: [{group: '', version: v1, kind: Service}]}}}");
    List<Resource> all = List.of(template(NEEDS), set(DEPLOYMENT), MANIFEST, config);
    int met = 0;
    for (int i = 0; i < 2000; i++) {
      List<Resource> shaken = new ArrayList<>();
      all.forEach(each -> shaken.add(Resource.of(Shaken.of(each.content(), chance, 15))));
      SyncReport report = SyncCheck.check(shaken, chance.nextBoolean());
      assertThat(report.unmet().toString()).isNotNull();
      met += report.failed() ? 0 : 1;
    }
    assertThat(met).isBetween(50, 1950);
  }
}
