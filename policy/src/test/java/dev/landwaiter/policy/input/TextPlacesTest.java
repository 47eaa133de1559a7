package dev.landwaiter.policy.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.text.Position;
import org.junit.jupiter.api.Test;

class TextPlacesTest {
  @Test
  void columnsAreCodePointsOfTheLine() {
    var places = new TextPlaces("a\ud83d\ude00b\n\n\ud83d\ude00\ud83d\ude00c\n");
    assertThat(places.at(0)).isEqualTo(new Position(1, 1));
    assertThat(places.at(3)).isEqualTo(new Position(1, 3));
    assertThat(places.at(4)).isEqualTo(new Position(1, 4));
    assertThat(places.at(5)).isEqualTo(new Position(2, 1));
    assertThat(places.at(10)).isEqualTo(new Position(3, 3));
    assertThat(places.at(12)).isEqualTo(new Position(4, 1));
    assertThat(places.at(1)).isEqualTo(new Position(1, 2));
  }
}
