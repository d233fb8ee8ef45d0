namespace CoDesign.Detectors.Tests.Trackers;

/// <summary>Tracker files: one with every feature, and the planes of Gluckstern's problem.</summary>
internal static class TrackerExample
{
    public const string Barrel =
        """
        format: 1
        kind: tracker
        name: pixel-and-strip barrel
        description: a test
        parameters:
          outer_count: {kind: integer, min: 2, max: 8, baseline: 4}
          radius: {kind: array, count: outer_count, min: 200 mm, max: 1200 mm, baseline: 200 mm + 200 mm * index, description: Radii.}
          inner_radius: {min: 22 mm, max: 60 mm, baseline: 30 mm}
          pixel_pitch: {min: 15 um, max: 100 um, baseline: 30 um, scale: log, stage: readout}
          silicon: {min: 50 um, max: 300 um, baseline: 150 um}
          shaping: {min: 20 ns, max: 400 ns, baseline: 100 ns, scale: log, stage: readout}
          adc_bits: {kind: integer, min: 2, max: 10, baseline: 6, stage: readout}
          support_material: {kind: choice, choices: [carbon, aluminum], baseline: carbon}
        derived:
          strip_length: 20 mm + 100 * pixel_pitch
        shape: barrel
        field: {strength: 2 T}
        beam_spot: {x: 10 um, y: 10 um, z: 50 mm}
        layers:
          - name: strips
            count: outer_count
            position: radius
            half_length: 2 * radius
            pitch: {u: 80 um, v: strip_length}
            resolution: {v: 5 mm}
            sensor: {material: Si, thickness: 300 um}
            supports:
              - {material: support_material, thickness: 1 mm + 0.1 mm * index / count}
              - {material: copper, thickness: 20 um}
            efficiency: 0.99
            area_factor: 1.1
          - name: pixels
            count: 3
            position: inner_radius + (index - 1) * 10 mm
            half_length: 135 mm
            pitch: {u: pixel_pitch, v: pixel_pitch}
            sensor: {material: Si, thickness: silicon}
          - name: beam pipe
            position: 20 mm
            measures: none
            supports: [{material: beryllium, thickness: 0.8 mm}]
        readout:
          mode: adc
          charge_width: 5 um + 0.01 * thickness
          shaping_time: shaping
          capacitance: 0.2 pF + 0.1 pF/mm * pitch_v
          leakage_current: 1 nA/mm3 * pitch_u * pitch_v * thickness
          parallel_resistance: 10 Mohm
          series_noise: 1 nV/sqrt(Hz)
          threshold: 20 e * thickness / um
          bits: adc_bits
          full_scale: 400 e * thickness / um
          rise_time: 10 ns
          tdc_bin: 1 ns
        power:
          per_channel: 20 uW + 0.1 mW * (pitch_v / 10 mm) * (25 ns / shaping)
          per_area: 10 mW/cm2
          cooling: {material: water, thickness_per_power: 2 mm/(W/cm2)}
        cost:
          currency: CHF
          date: 2026-11
          sensor_area: 20 CHF/cm2
          per_channel: 1 CHF * (pitch_v / mm) ^ 0.5 / 1000
          per_layer: 10 kCHF + 100 CHF/mm * position
          power: 10 CHF/W
          fixed: 1 MCHF
        """;

    public const string Planes =
        """
        format: 1
        kind: tracker
        name: planes
        parameters:
          planes: {kind: integer, min: 3, max: 100, baseline: 8}
          position: {kind: array, count: planes, min: 0 m, max: 1.1 m, baseline: 1.1 m * (index - 1) / (count - 1)}
        shape: planes
        field: {strength: 3.8 T}
        layers:
          - {name: plane, count: planes, position: position, measures: u, resolution: {u: 20 um}}
        """;

    public const string OneLayer =
        """
        format: 1
        kind: tracker
        name: one layer of strips
        parameters:
          tau: {min: 10 ns, max: 1000 ns, baseline: 100 ns, stage: readout}
        shape: planes
        layers:
          - name: strips
            position: 1 m
            half_width: 1 cm
            half_length: 2 cm
            measures: u
            pitch: {u: 60 um}
            sensor: {material: Si, thickness: 300 um}
        readout:
          signal: 20000 e
          shaping_time: tau
          capacitance: 20 pF
          leakage_current: 10 nA
          series_noise: 1 nV/sqrt(Hz)
          threshold: 2000 e
        """;
}
