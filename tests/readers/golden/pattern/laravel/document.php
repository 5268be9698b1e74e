<?php
return [
    'E4001' => 'Dock :name is busy',
    'docks' => [
        'E4002' => 'It\'s closed',
    ],
];
