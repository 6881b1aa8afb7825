"""Levels: loudness and true peak by ITU-R BS.1770-4, and one gain that brings a programme to its target.

Everything streams: a programme of ten hours needs no more memory than one of ten minutes, but for one
peak value every few milliseconds. Samples are 16-bit integers, mono; full scale is 32,768.

No library fits: pyloudnorm and its like hold the whole programme and need SciPy (3.5 s for ten minutes),
libebur128's bindings have no wheels for current Pythons. The filter is the standard's own; only how it is
computed, by FFT blocks, is ours.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.int16]
Floats = NDArray[np.float32]

FULL_SCALE = 32_768.0
_FFT = 32_768
_TAPS = 2_048  # of the K filter: what is left of its response after them is below -180 dB
_ABSOLUTE_GATE = -70.0  # LUFS
_RELATIVE_GATE = -10.0  # LU
_PEAK_BLOCK = 64  # frames a peak value is kept for: 2.9 ms
_STRETCH = 256  # pieces whose peaks are bound together
_REACH = 6  # peak blocks that the limiter looks ahead and back: 17 ms
_AROUND = _REACH * 2 + 2  # peak blocks beside a piece that bear on the gains in it
_AROUND_BYTES = _AROUND * _PEAK_BLOCK * 2
_OVERSHOOT = 1.5  # dB left below the ceiling for what lies between the samples and for the encoder


class Meter:
    """Listens to a programme, piece by piece, and knows its loudness and its peaks at the end.

    One that is not asked for ``peaks`` need not ``remember`` them: they are a megabyte every 24 minutes.
    """

    def __init__(self, rate: int, remember: bool = True) -> None:
        self.rate = rate
        self._hop = rate // 10  # gating blocks of 400 ms begin every 100 ms
        self._step = (_FFT - _TAPS) // self._hop * self._hop
        self._response = _k_response(rate)
        self._past = np.zeros(_TAPS, np.float32)
        self._pending = np.zeros(0, np.float32)
        self._energies: list[NDArray[np.float64]] = []
        self._remember = remember
        self._peaks: list[Samples] = []
        self._stretches: list[Samples] = []
        self._odd = np.zeros(0, np.int16)
        self._top = 0.0
        self._edge = np.zeros(_HALF * 2, np.float32)

    def feed(self, samples: Samples) -> None:
        """The next samples of the programme."""
        if self._remember:
            self._note_peaks(samples)
        scaled = samples.astype(np.float32) / np.float32(FULL_SCALE)
        self._note_true_peak(scaled)
        self._pending = np.concatenate((self._pending, scaled))
        while len(self._pending) >= self._step:
            self._weigh(self._pending[: self._step])
            self._pending = self._pending[self._step :]

    def loudness(self) -> float:
        """Integrated loudness in LUFS (BS.1770-4, two gates); minus infinity for silence. Ends the feeding."""
        count = len(self._pending) // self._hop * self._hop
        if count:
            self._weigh(np.concatenate((self._pending[:count], np.zeros(self._step - count, np.float32))), count)
            self._pending = self._pending[count:]
        hops = np.concatenate(self._energies) if self._energies else np.zeros(0)
        if len(hops) < 4:  # shorter than one gating block: no gate
            return _lufs(float(hops.mean())) if len(hops) else -math.inf
        blocks = (hops[:-3] + hops[1:-2] + hops[2:-1] + hops[3:]) / 4
        return _gated(blocks)

    def true_peak(self) -> float:
        """The highest level in dBTP, four times oversampled (BS.1770-4 annex 2)."""
        self._note_true_peak(np.zeros(_HALF * 2, np.float32))
        return 20 * math.log10(self._top) if self._top else -math.inf

    def peaks(self) -> list[Samples]:
        """The highest sample of every 64 frames, the whole programme in stretches of some minutes."""
        if len(self._odd):
            self._peaks.append(_block_peaks(self._odd))
            self._odd = self._odd[:0]
        self._bind()
        return self._stretches

    def _weigh(self, samples: Floats, count: int = 0) -> None:
        """Mean squares of the K-weighted signal, one for each 100 ms; overlap-save convolution."""
        block = np.concatenate((self._past, samples, np.zeros(_FFT - _TAPS - len(samples), np.float32)))
        weighted = np.fft.irfft(np.fft.rfft(block) * self._response, _FFT)[_TAPS : _TAPS + (count or len(samples))]
        self._energies.append(np.square(weighted.reshape(-1, self._hop), dtype=np.float64).mean(axis=1))
        self._past = samples[-_TAPS:]

    def _note_peaks(self, samples: Samples) -> None:
        samples = np.concatenate((self._odd, samples)) if len(self._odd) else samples
        whole = len(samples) // _PEAK_BLOCK * _PEAK_BLOCK
        self._peaks.append(_block_peaks(samples[:whole]))
        self._odd = samples[whole:].copy()
        if len(self._peaks) >= _STRETCH:
            self._bind()

    def _bind(self) -> None:
        if self._peaks:
            self._stretches.append(np.concatenate(self._peaks))
            self._peaks.clear()

    def _note_true_peak(self, scaled: Floats) -> None:
        """Only where a sample comes near the highest so far can there be a higher value beside it."""
        padded = np.concatenate((self._edge, scaled))
        self._edge = padded[-_HALF * 2 :]
        inner = np.abs(padded[_HALF : len(padded) - _HALF])
        if not len(inner):
            return
        top = max(self._top, float(inner.max()))
        near = np.flatnonzero(inner > 0.7 * top)
        for part in np.array_split(near, len(near) // 4096 + 1):
            if len(part):
                windows = padded[part[:, None] + np.arange(_HALF * 2 + 1)]
                top = max(top, float(np.abs(windows @ _interpolator()).max()))
        self._top = top


_HALF = 12  # samples on either side that the interpolator sees


@cache
def _interpolator() -> Floats:
    """Windowed sinc: the values a quarter, a half and three quarters of a sample on, from 25 samples around."""
    offsets = np.arange(-_HALF, _HALF + 1)
    phases = [
        np.sinc(offsets - shift) * np.cos(np.pi * (offsets - shift) / (2 * _HALF + 2)) ** 2
        for shift in (0.25, 0.5, 0.75)
    ]
    return np.stack(phases, axis=1).astype(np.float32)


@cache
def _k_response(rate: int) -> NDArray[np.complex64]:
    """Frequency response of the K weighting at ``rate``: the standard's analogue prototypes, made digital anew."""
    impulse = [1.0] + [0.0] * (_TAPS - 1)
    for b, a in (_shelf(rate), _high_pass(rate)):
        impulse = _filtered(impulse, b, a)
    return np.fft.rfft(np.array(impulse, np.float32), _FFT).astype(np.complex64)


Coefficients = tuple[tuple[float, float, float], tuple[float, float, float]]


def _shelf(rate: int) -> Coefficients:
    """The head's high shelf: BS.1770-4 table 1 at 48 kHz, the same curve at any other rate."""
    gain, quality, corner = 3.999843853973347, 0.7071752369554196, 1681.974450955533
    k = math.tan(math.pi * corner / rate)
    high = 10 ** (gain / 20)
    band = high**0.4996667741545416
    norm = 1 + k / quality + k * k
    b = (
        (high + band * k / quality + k * k) / norm,
        2 * (k * k - high) / norm,
        (high - band * k / quality + k * k) / norm,
    )
    return b, (1.0, 2 * (k * k - 1) / norm, (1 - k / quality + k * k) / norm)


def _high_pass(rate: int) -> Coefficients:
    """The revised low-frequency curve: BS.1770-4 table 2 at 48 kHz."""
    quality, corner = 0.5003270373238773, 38.13547087602444
    k = math.tan(math.pi * corner / rate)
    norm = 1 + k / quality + k * k
    return (1.0, -2.0, 1.0), (1.0, 2 * (k * k - 1) / norm, (1 - k / quality + k * k) / norm)


def _filtered(samples: list[float], b: tuple[float, ...], a: tuple[float, ...]) -> list[float]:
    x1 = x2 = y1 = y2 = 0.0
    out = []
    for x in samples:
        y = b[0] * x + b[1] * x1 + b[2] * x2 - a[1] * y1 - a[2] * y2
        x1, x2, y1, y2 = x, x1, y, y1
        out.append(y)
    return out


def _lufs(energy: float) -> float:
    return -0.691 + 10 * math.log10(energy) if energy > 0 else -math.inf


def _energy(lufs: float) -> float:
    return float(10 ** ((lufs + 0.691) / 10))


def _gated(blocks: NDArray[np.float64]) -> float:
    loud = blocks[blocks > _energy(_ABSOLUTE_GATE)]
    if not len(loud):
        return -math.inf
    kept = loud[loud > _energy(_lufs(float(loud.mean())) + _RELATIVE_GATE)]
    return _lufs(float(kept.mean()))


@dataclass(frozen=True, slots=True)
class Gain:
    """One gain for a whole programme, held down for some milliseconds where a peak would pass the ceiling."""

    factor: float
    ceiling: float  # of a sample, full scale is 32,768

    def level(self, before: bytes, pcm: bytes, after: bytes) -> Samples:
        """A piece of a programme, levelled. It begins with a whole number of blocks of 64 frames.

        ``before`` and ``after`` are what surrounds it, of which 17 ms count.
        """
        samples = as_samples(pcm)
        left, right = (_block_peaks(as_samples(side)) for side in (before[-_AROUND_BYTES:], after[:_AROUND_BYTES]))
        inner = _block_peaks(samples)
        peaks = np.concatenate((left, inner, right)).astype(np.float32) * self.factor
        if peaks.max(initial=0) <= self.ceiling:
            return _rounded(samples * np.float32(self.factor))
        peaks = np.pad(peaks, (_AROUND - len(left), _AROUND - len(right)), mode="edge")
        curve = self._curve(peaks)[_AROUND - 1 : _AROUND + len(inner) + 1]
        centres = (np.arange(-1, len(inner) + 1) + 0.5) * _PEAK_BLOCK
        gains = np.interp(np.arange(len(samples)) + 0.5, centres, curve)
        return _rounded(samples * (gains * self.factor))

    def held_down(self, peaks: Iterable[Samples]) -> float:
        """What the ceiling does to a programme's level as a whole, as a factor: 1 where it is never met.

        By the peaks, which stand in for the energy around them.
        """
        before = after = 0.0
        for part in peaks:
            levels = part.astype(np.float32) * self.factor
            if levels.max(initial=0) > self.ceiling:
                after += float(np.square(levels * self._curve(levels)).sum())
            else:
                after += float(np.square(levels).sum(dtype=np.float64))
            before += float(np.square(levels).sum(dtype=np.float64))
        return math.sqrt(after / before) if before else 1.0

    def _curve(self, peaks: Floats) -> NDArray[np.float64]:
        """A gain a block: low enough for the block and its neighbours, and smooth.

        The lowest gain needed within reach, averaged over one block less than that reach, is nowhere higher
        than what the block or the one beside it needs; so the straight line between two blocks is not either.
        """
        needed = np.minimum(1.0, self.ceiling / np.maximum(peaks, 1.0))
        padded = np.pad(needed, _REACH + 1, mode="edge")
        lowest = np.lib.stride_tricks.sliding_window_view(padded, 2 * _REACH + 3).min(axis=1)
        padded = np.pad(lowest, _REACH, mode="edge")
        smooth: NDArray[np.float64] = np.convolve(padded, np.full(2 * _REACH + 1, 1 / (2 * _REACH + 1)), "valid")
        return smooth


def gain_for(meter: Meter, loudness: float, true_peak: float) -> Gain:
    """The gain that brings what ``meter`` heard to ``loudness`` LUFS, never above ``true_peak`` dBTP."""
    heard = meter.loudness()
    factor = 10 ** ((loudness - heard) / 20) if math.isfinite(heard) else 1.0
    ceiling = FULL_SCALE * 10 ** ((true_peak - _OVERSHOOT) / 20)
    peaks = meter.peaks()
    gain = Gain(factor, ceiling)
    for _ in range(3):  # what the ceiling takes away is made good by a little more gain, which meets it more often
        gain = Gain(factor / gain.held_down(peaks), ceiling)
    return gain


def _block_peaks(samples: Samples) -> Samples:
    """The highest sample of every 64, of the last few too where they are fewer."""
    blocks = np.pad(samples, (0, -len(samples) % _PEAK_BLOCK)).reshape(-1, _PEAK_BLOCK)
    # -32,768 has no positive twin in 16 bits
    peaks: Samples = np.maximum(blocks.max(axis=1), -np.maximum(blocks.min(axis=1), -32_767))
    return peaks


def as_samples(pcm: bytes) -> Samples:
    """Little-endian 16-bit PCM as samples."""
    samples: Samples = np.frombuffer(pcm, "<i2")
    return samples


def _rounded(values: NDArray[Any]) -> Samples:
    samples: Samples = np.clip(np.rint(values), -32_768, 32_767).astype(np.int16)
    return samples
