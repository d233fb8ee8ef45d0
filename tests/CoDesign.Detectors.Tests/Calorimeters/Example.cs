namespace CoDesign.Detectors.Tests.Calorimeters;

/// <summary>A geometry file with every feature.</summary>
internal static class Example
{
    public const string Text =
        """
        format: 1
        kind: sampling-calorimeter
        name: lead-scintillator
        description: a test
        parameters:
          absorber_front: {min: 0.5 mm, max: 4 mm, baseline: 2 mm, scale: log, description: Lead in front.}
          absorber_back: {min: 1 mm, max: 8 mm, baseline: 4 mm}
          cell_size: {min: 20 mm, max: 80 mm, baseline: 40 mm}
          adc_bits: {kind: integer, min: 8, max: 14, baseline: 12, stage: readout}
          layer_count: {kind: integer, min: 10, max: 30, baseline: 22}
          back_material: {kind: choice, choices: [lead, tungsten], baseline: lead}
          shaping: {min: 10 ns, max: 100 ns, baseline: 25 ns, scale: log, stage: readout}
        derived:
          tower_area: cell_size ^ 2
          capacitance_per_tower: tower_area * 0.01 pF/mm2
        materials:
          doped-polystyrene: {density: 1.06 g/cm3, mass_fractions: {C: 0.915, H: 0.085}}
          leaded: {density: 1.2 g/cm3, mixture: {doped-polystyrene: 0.9, lead: 0.1}}
        sections:
          - name: front
            layers: layer_count
            absorber: {material: lead, thickness: absorber_front}
            active: {material: doped-polystyrene, thickness: 4 mm}
            passive: {material: air, thickness: 0.1 mm}
          - name: back
            layers: 30
            absorber: {material: back_material, thickness: absorber_back}
            active: {material: polystyrene, thickness: 2 * absorber_front + 1 mm}
        cells: {size: cell_size, count: 5}
        area: 1 m2
        readout:
          depth: per-section
          light_yield: 3 1/MeV
          excess_noise_factor: 1.2
          gain: 1e5
          shaping_time: shaping
          capacitance: 5 pF + capacitance_per_tower
          leakage_current: 1 nA
          parallel_resistance: 1 Mohm
          series_noise: 1 nV/sqrt(Hz)
          flicker_noise: 0
          saturation: 4e6
          full_scale: 200 GeV
          bits: adc_bits
          zero_suppression: 3
          calibration_nonuniformity: 0.8 %
          light_collection: {attenuation_length: 4000 mm}
        power: {per_channel: 20 mW + 100 mW * (25 ns / shaping)}
        cost:
          currency: EUR
          date: 2026-11
          volume: {lead: 0.04 EUR/cm3, polystyrene: 0.03 EUR/cm3, doped-polystyrene: 0.05 EUR/cm3}
          layer_area: 20 EUR/m2
          per_channel: 120 EUR + 1 EUR * 2 ^ (adc_bits - 8)
          photo_electron: 2 EUR
          power: 5 EUR/W
          fixed: 1 kEUR
        """;
}
