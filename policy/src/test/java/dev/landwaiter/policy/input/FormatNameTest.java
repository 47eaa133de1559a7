package dev.landwaiter.policy.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.policy.input.all.InputFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatNameTest {
  @ParameterizedTest
  @CsvSource({
    "-, yaml",
    "a/b.YML, yaml",
    "Dockerfile, dockerfile",
    "x/dockerfile.prod, dockerfile",
    "Dockerfile.yaml, dockerfile",
    "web.Dockerfile, dockerfile",
    "main.tf, hcl2",
    "a.tfvars, hcl2",
    "a.hcl, hcl2",
    ".gitignore, ignore",
    "x.dockerignore, ignore",
    ".env, dotenv",
    ".env.yaml, yaml",
    ".env.prod, dotenv",
    "app.env, dotenv",
    "nginx.conf, nginx",
    "site.conf, conf",
    "Jenkinsfile, groovy",
    "jenkinsfile.x, groovy",
    "a.textpb, textproto",
    "a.hcl1, hcl1",
    "a.JSONC, jsonc",
    "LICENSE, ''",
    "x.d/LICENSE, ''",
    "a., ''"
  })
  void namesTheFormat(String path, String format) {
    assertThat(FormatName.of(path)).isEqualTo(format);
  }

  @Test
  void filesOfThatNameAreInThatFormat() {
    for (InputFormat format : InputFormats.ALL) {
      for (String file : FormatName.files(format.name())) {
        assertThat(FormatName.of(file.replace("*", "x"))).as(file).isEqualTo(format.name());
      }
    }
  }

  @Test
  void allFormatsAreThereAndInOrder() {
    assertThat(InputFormats.ALL).extracting(InputFormat::name).isSorted().doesNotHaveDuplicates();
    assertThat(InputFormats.ALL)
        .extracting(InputFormat::name)
        .contains(
            "dockerfile",
            "dotenv",
            "edn",
            "hocon",
            "ignore",
            "ini",
            "json",
            "jsonc",
            "properties",
            "toml",
            "xml",
            "yaml");
    assertThat(InputFormats.AS_CONFTEST)
        .extracting(InputFormat::name)
        .isEqualTo(InputFormats.ALL.stream().map(InputFormat::name).toList());
    assertThat(InputFormats.named("YAML")).isEmpty();
  }
}
