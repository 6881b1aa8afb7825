"""Loudness and peaks against the standard's own test signals and an independent meter."""

import math

import loudness as reference
import numpy as np
import pytest

from accessnews.audio.loudness import Meter, Samples, gain_for

RATE = 22_050


def sine(level: float, seconds: float, frequency: float = 997.0, phase: float = 0.0) -> Samples:
    """A sine whose peak is ``level`` dBFS."""
    time = np.arange(int(seconds * RATE)) / RATE
    return np.rint(32_767 * 10 ** (level / 20) * np.sin(2 * np.pi * frequency * time + phase)).astype(np.int16)


def voice_like(seconds: float, seed: int = 1) -> Samples:
    """Bursts of coloured noise with pauses, and now and then a loud click."""
    dice = np.random.default_rng(seed)
    noise = np.convolve(dice.normal(0, 1, int(seconds * RATE)), np.ones(12) / 12, "same")
    envelope = np.clip(np.sin(np.arange(len(noise)) / RATE * 2 * np.pi * 2.1) + 0.4, 0, None)
    samples = noise * envelope * 9_000
    samples[:: RATE // 3] *= 3
    return np.clip(samples, -32_000, 32_000).astype(np.int16)


def heard(samples: Samples, piece: int = 10_007) -> Meter:
    meter = Meter(RATE)
    for start in range(0, len(samples), piece):
        meter.feed(samples[start : start + piece])
    return meter


@pytest.mark.parametrize("level", [-36.0, -23.0, -10.0])
def test_a_tone_of_997_hz_reads_three_decibels_below_its_peak(level: float) -> None:
    """BS.1770-4: a 0 dBFS sine of 997 Hz in one channel reads -3.01 LUFS."""
    assert heard(sine(level, 6)).loudness() == pytest.approx(level - 3.01, abs=0.05)


def test_silence_before_and_after_is_gated_out() -> None:
    """EBU Tech 3341, test 3: quieter ends do not count."""
    samples = np.concatenate((sine(-36, 5), sine(-23, 20), sine(-36, 5)))
    assert heard(samples).loudness() == pytest.approx(-26.0, abs=0.1)


@pytest.mark.parametrize("seed", range(3))
def test_an_independent_meter_reads_the_same(seed: int) -> None:
    samples = voice_like(12.3, seed)
    other = reference.integrated_loudness(samples.astype(np.float32)[:, None] / 32_768, RATE)
    assert heard(samples).loudness() == pytest.approx(other, abs=0.05)


def test_true_peak_sees_what_lies_between_the_samples() -> None:
    """BS.1770-4 annex 2: a quarter of the rate, sampled off its crests, peaks 3 dB above its samples."""
    samples = sine(-6, 1, RATE / 4, math.pi / 4)
    assert 20 * math.log10(np.abs(samples).max() / 32_768) == pytest.approx(-9.0, abs=0.1)
    assert heard(samples).true_peak() == pytest.approx(-6.0, abs=0.3)


@pytest.mark.parametrize("piece", [64 * 14, 64 * 700, 64 * 2205])
def test_a_gain_reaches_its_target_and_passes_no_ceiling(piece: int) -> None:
    samples = voice_like(30)
    gain = gain_for(heard(samples), -16.0, -1.0)
    parts = [b"", *(samples[start : start + piece].tobytes() for start in range(0, len(samples), piece)), b""]
    windows = zip(parts, parts[1:], parts[2:], strict=False)
    levelled = np.concatenate([gain.level(*window) for window in windows])
    after = heard(levelled)
    assert len(levelled) == len(samples)
    assert after.true_peak() <= -1.0
    assert after.loudness() == pytest.approx(-16.0, abs=0.5)


def test_below_the_ceiling_the_gain_is_one_number() -> None:
    samples = sine(-30, 3)
    gain = gain_for(heard(samples), -23.0, -1.0)
    levelled = gain.level(b"", samples.tobytes(), b"")
    assert np.abs(levelled - samples * gain.factor).max() <= 0.51


def test_silence_has_no_loudness() -> None:
    meter = heard(np.zeros(RATE * 2, np.int16))
    assert meter.loudness() == -math.inf
    assert meter.true_peak() == -math.inf
