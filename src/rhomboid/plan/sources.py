"""Where the numbers of the plan come from, beside those of the exercise files.

A citation says in brackets how much of the source was read, as in sources.toml of the
catalogue.
"""

from collections.abc import Mapping
from types import MappingProxyType

SOURCES: Mapping[str, str] = MappingProxyType(
    {
        "acsm2026": "American College of Sports Medicine. Resistance training prescription for"
        " muscle function, hypertrophy, and physical performance in healthy adults. Medicine &"
        " Science in Sports & Exercise 2026. (Digests read, not the paper.)",
        "bell2023": "Bell et al. Deloading in strength and physique sports: a consensus of"
        " coaches. Sports Medicine - Open 2023. (Abstract read; the four to eight weeks are"
        " from memory.)",
        "caterisano2019": "Caterisano et al. Joint guidelines for safe return to training after"
        " inactivity. Strength and Conditioning Journal 2019; 41(3). Made for college athletes."
        " (A digest read; the share of each week is from memory.)",
        "finucane2020": "Finucane et al. International framework for red flags for potential"
        " serious spinal pathologies. JOSPT 2020; 50:350. (Abstract read.)",
        "pelland2024": "Pelland et al. Weekly sets and their effect on muscle and strength, half"
        " a set counted where a muscle only helps. Preprint, SportRxiv 2024. (Copy read in"
        " part.)",
        "reynolds2006": "Reynolds et al. Prediction of one repetition maximum strength. Journal"
        " of Strength and Conditioning Research 2006; 20:584. (Abstract read.)",
        "robinson2024": "Robinson et al. How near to failure sets end, strength and growth."
        " Sports Medicine 2024. (Abstract read.)",
        "warmup2020": "Warm-up with 40 and 80 percent of the working load before bench press and"
        " squat. 2020; PMC7558980. (Abstract read; the authors' names are not at hand.)",
    }
)
"""Every citation by its key."""
