package dev.landwaiter.dockerfile.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The example in the documentation of [Parser].
class ExampleTest {
  @Test
  void listsTheImagesOfAFile() {
    String text = "FROM golang:1.25 AS build\nRUN go build\nFORM a\nFROM scratch\n";
    List<String> told = new ArrayList<>();

    Dockerfile file = new Parser().parse(text);
    file.troubles().forEach(each -> told.add("line " + each.line() + ": " + each.message()));
    for (Instruction each : file.instructions()) {
      if (each instanceof Instruction.From from) {
        told.add("line " + from.line() + " builds on " + from.image());
      }
    }

    assertThat(told)
        .containsExactly(
            "line 3: there is no instruction `FORM`",
            "line 1 builds on golang:1.25",
            "line 4 builds on scratch");
  }
}
